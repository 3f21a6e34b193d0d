import type { Digest } from '../../domain/digest.ts';
import type { Source } from '../../domain/release.ts';
import type { Grant, Role } from '../../domain/visibility.ts';
import type { AuditEntry } from './audit-log.ts';
import type { TenantScope } from './tenant-scope.ts';

/** What a token may do, and for whom. The secret itself is not known to anybody but its holder. */
export interface Token {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly subject: string;
  readonly groups: readonly string[];
  readonly role: Role;
  /** Whose entries it may publish; undefined: none. */
  readonly source: Source | undefined;
  readonly grants: readonly Grant[];
  /** Set on a token from an exchange: it is good for this scope only. */
  readonly bound: TokenBound | undefined;
  /** Where an exchanged token came from. */
  readonly repository: string | undefined;
  readonly run: string | undefined;
  readonly createdAt: number;
  readonly createdBy: string;
  /** Milliseconds since 1970; undefined: never. */
  readonly expiresAt: number | undefined;
  readonly revokedAt: number | undefined;
}

export interface TokenBound {
  readonly scope: TenantScope;
  readonly purpose: 'read' | 'publish';
  /** sha256 of the exact release body that it may post. */
  readonly release: Digest | undefined;
}

/** `hash`: sha256 of the token, in hexadecimal. A lookup by it takes as long for a near miss as for any other. */
export type NewToken = Omit<Token, 'revokedAt'> & { readonly hash: string };

/** The id of somebody else's token, which opens ours once. */
export interface SingleUse {
  readonly issuer: string;
  readonly jti: string;
  /** Until when it is remembered, in milliseconds since 1970: past the last moment at which it is accepted. */
  readonly keepUntil: number;
}

export interface TokenStore {
  readonly add: (token: NewToken, audit: AuditEntry) => Promise<void>;
  /** Burns the id and adds the token in one transaction; `replayed`, and nothing written, when it was burned before. */
  readonly addOnce: (use: SingleUse, token: NewToken, audit: AuditEntry) => Promise<'added' | 'replayed'>;
  readonly findByHash: (hash: string) => Promise<Token | undefined>;
  readonly find: (id: string) => Promise<Token | undefined>;
  /** Oldest first. */
  readonly list: () => Promise<readonly Token[]>;
  /** False, and nothing written, when there is no such token or it is revoked already. */
  readonly revoke: (id: string, audit: AuditEntry) => Promise<boolean>;
}
