import type { Store } from '../adapters/store/store.ts';
import type { Profile } from '../domain/registry-file.ts';
import type { IdTokenVerifier } from './auth/github-oidc.ts';
import type { Clock } from './config.ts';
import type { RevisionCache } from './views/revision-cache.ts';
import type { ViewCache } from './views/scope-view.ts';

/** What the routes work with. */
export interface ServerContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly profile: Profile;
  /** The registry's address without a final slash; known once it listens. */
  readonly publicUrl: () => string;
  /** Whether users reach the registry by https. */
  readonly isSecure: () => boolean;
  /** `iss` of the identity tokens that `verifyIdToken` accepts. */
  readonly issuer: string;
  readonly verifyIdToken: IdTokenVerifier;
  readonly views: ViewCache;
  readonly revisions: RevisionCache;
}
