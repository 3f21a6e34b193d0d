import type { JsonObject } from '../../domain/json.ts';

/** What a change to the store is remembered by. Whoever changes something hands one in, and it is written in the same transaction. */
export interface AuditEntry {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Subject of the caller, as the server verified it. */
  readonly actor: string;
  /** Id of the token that was used; undefined when there was none, as at an exchange. */
  readonly token?: string;
  /** What was done: `release/commit`, `token/revoke`. */
  readonly action: string;
  /** What it was done to: a scope, an id, a digest. */
  readonly on: string;
  readonly request?: string;
  /** Digests before and after, reasons. Never a secret. */
  readonly details?: JsonObject;
}

export interface AuditRecord extends AuditEntry {
  /** 1 for the tenant's first, without gaps. */
  readonly sequence: number;
}

/** Append only: there is no method that writes, every other store's methods do. */
export interface AuditLog {
  /** Oldest first, those after `after`. */
  readonly list: (range: { readonly after: number; readonly limit: number }) => Promise<readonly AuditRecord[]>;
}
