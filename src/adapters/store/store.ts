import type { TenantId } from '../../domain/scope.ts';
import type { AuditLog } from './audit-log.ts';
import type { BindingStore } from './binding-store.ts';
import type { GrantStore } from './grant-store.ts';
import type { ReleaseStore } from './release-store.ts';
import type { RevisionStore } from './revision-store.ts';
import type { SessionStore } from './session-store.ts';
import type { TokenStore } from './token-store.ts';

/**
 * Where the registry keeps what it knows. Every method is one transaction: wholly done, or not at all.
 * When the disk or the database fails, a method throws a Failure (`unavailable`).
 */
export interface Store {
  /** Everything of one tenant. Nothing that is reached through it can name another. */
  readonly tenant: (id: TenantId) => TenantStore;
  /** Throws a Failure when the store cannot be read and written now. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TenantStore {
  readonly tenant: TenantId;
  readonly revisions: RevisionStore;
  readonly releases: ReleaseStore;
  readonly tokens: TokenStore;
  readonly bindings: BindingStore;
  readonly grants: GrantStore;
  readonly sessions: SessionStore;
  readonly audit: AuditLog;
}
