import type { Grant } from '../../domain/visibility.ts';
import type { AuditEntry } from './audit-log.ts';

/** Which subscriptions somebody has: it is in no token, so we keep it. */
export interface SubscriptionGrant extends Grant {
  readonly id: string;
  readonly holder: { readonly kind: 'subject' | 'group'; readonly id: string };
}

export interface GrantStore {
  /** `known`, and nothing written, when the holder has exactly this grant. */
  readonly add: (grant: SubscriptionGrant, audit: AuditEntry) => Promise<'added' | 'known'>;
  /** Ordered by id. */
  readonly list: () => Promise<readonly SubscriptionGrant[]>;
  readonly of: (subject: string, groups: readonly string[]) => Promise<readonly Grant[]>;
  /** False, and nothing written, when there is none. */
  readonly remove: (id: string, audit: AuditEntry) => Promise<boolean>;
}
