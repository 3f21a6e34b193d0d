import type { SessionStore, SignIn } from '../session-store.ts';
import { appendAudit } from './audit.ts';
import { tokenOf } from './token-rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

export function sessionStore(connection: TenantConnection): SessionStore {
  return {
    addCode: async (code, audit) =>
      connection.transaction(() => {
        insert(connection, 'signin_codes', code);
        appendAudit(connection, audit);
      }),
    redeem: async (codeHash, session, now, audit) =>
      connection.transaction(() => {
        forget(connection, now);
        const row = connection.one(tokenBehind('signin_codes'), codeHash, now);
        if (row === undefined) return undefined;
        const token = tokenOf(row);
        connection.run('DELETE FROM signin_codes WHERE tenant = ? AND hash = ?', codeHash);
        insert(connection, 'sessions', { ...session, tokenId: token.id });
        appendAudit(connection, audit(token));
        return token;
      }),
    find: async (sessionHash, now) => {
      const row = connection.one(tokenBehind('sessions'), sessionHash, now);
      return row === undefined ? undefined : tokenOf(row);
    },
  };
}

function tokenBehind(table: 'signin_codes' | 'sessions'): string {
  return `SELECT tokens.* FROM ${table} AS sign_in
    JOIN tokens ON tokens.tenant = sign_in.tenant AND tokens.id = sign_in.token_id
    WHERE sign_in.tenant = ? AND sign_in.hash = ? AND sign_in.expires_at > ?`;
}

function insert(connection: TenantConnection, table: 'signin_codes' | 'sessions', signIn: SignIn): void {
  const sql = `INSERT INTO ${table} (tenant, hash, token_id, expires_at) VALUES (?, ?, ?, ?)`;
  connection.run(sql, signIn.hash, signIn.tokenId, signIn.expiresAt);
}

function forget(connection: TenantConnection, now: number): void {
  connection.run('DELETE FROM signin_codes WHERE tenant = ? AND expires_at <= ?', now);
  connection.run('DELETE FROM sessions WHERE tenant = ? AND expires_at <= ?', now);
}
