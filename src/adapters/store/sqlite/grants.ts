import type { Grant } from '../../../domain/visibility.ts';
import type { GrantStore, SubscriptionGrant } from '../grant-store.ts';
import { appendAudit } from './audit.ts';
import type { Row } from './connection.ts';
import { text, word } from './rows.ts';
import type { TenantConnection } from './tenant-connection.ts';
import { grantOf } from './token-rows.ts';

export function grantStore(connection: TenantConnection): GrantStore {
  return {
    add: async (grant, audit) =>
      connection.transaction(() => {
        if (!insertGrant(connection, grant)) return 'known';
        appendAudit(connection, audit);
        return 'added';
      }),
    list: async () => connection.all('SELECT * FROM grants WHERE tenant = ? ORDER BY id').map(subscriptionGrantOf),
    of: async (subject, groups) => [
      ...heldBy(connection, 'subject', subject),
      ...groups.flatMap((group) => heldBy(connection, 'group', group)),
    ],
    remove: async (id, audit) =>
      connection.transaction(() => {
        if (connection.run('DELETE FROM grants WHERE tenant = ? AND id = ?', id) === 0) return false;
        appendAudit(connection, audit);
        return true;
      }),
  };
}

function insertGrant(connection: TenantConnection, { id, holder, subscription, region }: SubscriptionGrant): boolean {
  const sql = `INSERT INTO grants (tenant, id, holder_kind, holder, subscription, region) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (tenant, holder_kind, holder, subscription, region) DO NOTHING`;
  return connection.run(sql, id, holder.kind, holder.id, subscription, region) === 1;
}

function heldBy(connection: TenantConnection, kind: 'subject' | 'group', holder: string): Grant[] {
  const sql = 'SELECT subscription, region FROM grants WHERE tenant = ? AND holder_kind = ? AND holder = ?';
  return connection.all(sql, kind, holder).map((row) => grantOf(text(row, 'subscription'), text(row, 'region')));
}

function subscriptionGrantOf(row: Row): SubscriptionGrant {
  return {
    id: text(row, 'id'),
    holder: { kind: word(['subject', 'group'], row, 'holder_kind'), id: text(row, 'holder') },
    ...grantOf(text(row, 'subscription'), text(row, 'region')),
  };
}
