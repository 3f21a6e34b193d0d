import type { AuditEntry } from './audit-log.ts';
import type { Token } from './token-store.ts';

/** A browser's session, or the one-time code that opens one. Kept by the sha256 of its secret; it can do what its token can, and dies with it. */
export interface SignIn {
  /** sha256 of the secret, in hexadecimal. */
  readonly hash: string;
  readonly tokenId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface SessionStore {
  readonly addCode: (code: SignIn, audit: AuditEntry) => Promise<void>;
  /**
   * Burns the code and opens the session in one transaction. Gives the token behind them, which the audit record is made from;
   * undefined, and nothing written, when the code is unknown, used, or past its time at `now`.
   */
  readonly redeem: (
    codeHash: string,
    session: Omit<SignIn, 'tokenId'>,
    now: number,
    audit: (token: Token) => AuditEntry,
  ) => Promise<Token | undefined>;
  /** The token behind a session that has not expired at `now`. */
  readonly find: (sessionHash: string, now: number) => Promise<Token | undefined>;
}
