import type { SessionStore, SignIn } from '../session-store.ts';
import { appendAudit } from './audit.ts';
import { text } from './rows.ts';
import { tokenOf } from './token-rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

export function sessionStore(connection: TenantConnection): SessionStore {
  return {
    addCode: async (code, audit) =>
      connection.transaction(() => {
        insert(connection, 'signin_codes', code);
        appendAudit(connection, audit);
      }),
    redeem: async (codeHash, session, audit) =>
      connection.transaction(() => {
        forget(connection, audit.at);
        const row = connection.one('SELECT token_id FROM signin_codes WHERE tenant = ? AND hash = ?', codeHash);
        if (row === undefined) return false;
        connection.run('DELETE FROM signin_codes WHERE tenant = ? AND hash = ?', codeHash);
        insert(connection, 'sessions', { ...session, tokenId: text(row, 'token_id') });
        appendAudit(connection, audit);
        return true;
      }),
    find: async (sessionHash, now) => {
      const sql = `SELECT tokens.* FROM sessions JOIN tokens ON tokens.tenant = sessions.tenant AND tokens.id = token_id
        WHERE sessions.tenant = ? AND sessions.hash = ? AND sessions.expires_at > ?`;
      const row = connection.one(sql, sessionHash, now);
      return row === undefined ? undefined : tokenOf(row);
    },
  };
}

function insert(connection: TenantConnection, table: 'signin_codes' | 'sessions', signIn: SignIn): void {
  const sql = `INSERT INTO ${table} (tenant, hash, token_id, expires_at) VALUES (?, ?, ?, ?)`;
  connection.run(sql, signIn.hash, signIn.tokenId, signIn.expiresAt);
}

function forget(connection: TenantConnection, now: number): void {
  connection.run('DELETE FROM signin_codes WHERE tenant = ? AND expires_at <= ?', now);
  connection.run('DELETE FROM sessions WHERE tenant = ? AND expires_at <= ?', now);
}
