import type { NewToken, SingleUse, TokenStore } from '../token-store.ts';
import { appendAudit } from './audit.ts';
import { tokenOf } from './token-rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

export function tokenStore(connection: TenantConnection): TokenStore {
  return {
    add: async (token, audit) =>
      connection.transaction(() => {
        insertToken(connection, token);
        appendAudit(connection, audit);
      }),
    addOnce: async (use, token, audit) =>
      connection.transaction(() => {
        if (!burn(connection, use, audit.at)) return 'replayed';
        insertToken(connection, token);
        appendAudit(connection, audit);
        return 'added';
      }),
    findByHash: async (hash) => {
      const row = connection.one('SELECT * FROM tokens WHERE tenant = ? AND hash = ?', hash);
      return row === undefined ? undefined : tokenOf(row);
    },
    find: async (id) => {
      const row = connection.one('SELECT * FROM tokens WHERE tenant = ? AND id = ?', id);
      return row === undefined ? undefined : tokenOf(row);
    },
    list: async () => connection.all('SELECT * FROM tokens WHERE tenant = ? ORDER BY created_at, id').map(tokenOf),
    revoke: async (id, audit) =>
      connection.transaction(() => {
        const sql = 'UPDATE tokens SET revoked_at = ?2 WHERE tenant = ?1 AND id = ?3 AND revoked_at IS NULL';
        if (connection.run(sql, audit.at, id) === 0) return false;
        appendAudit(connection, audit);
        return true;
      }),
  };
}

// Ids whose token nobody would accept any more are forgotten here, so that the table stays small.
function burn(connection: TenantConnection, use: SingleUse, now: number): boolean {
  connection.run('DELETE FROM used_jti WHERE tenant = ? AND keep_until < ?', now);
  const sql = 'INSERT INTO used_jti (tenant, issuer, jti, keep_until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
  return connection.run(sql, use.issuer, use.jti, use.keepUntil) === 1;
}

function insertToken(connection: TenantConnection, token: NewToken): void {
  connection.run(
    `INSERT INTO tokens (tenant, id, hash, name, subject, groups, role, source, grants, bound_subscription,
       bound_region, bound_purpose, bound_release, repository, run, created_at, created_by, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    token.id,
    token.hash,
    token.name,
    token.subject,
    JSON.stringify(token.groups),
    token.role,
    token.source ?? null,
    JSON.stringify(token.grants),
    token.bound?.scope.subscription ?? null,
    token.bound?.scope.region ?? null,
    token.bound?.purpose ?? null,
    token.bound?.release ?? null,
    token.repository ?? null,
    token.run ?? null,
    token.createdAt,
    token.createdBy,
    token.expiresAt ?? null,
  );
}
