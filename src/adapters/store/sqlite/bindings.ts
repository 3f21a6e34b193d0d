import { parseSource } from '../../../domain/release.ts';
import { parseRegion, parseSubscriptionId } from '../../../domain/scope.ts';
import type { Binding, BindingStore } from '../binding-store.ts';
import { appendAudit } from './audit.ts';
import type { Row } from './connection.ts';
import { optionalText, parsed, text, word } from './rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

export function bindingStore(connection: TenantConnection): BindingStore {
  return {
    add: async (binding, audit) =>
      connection.transaction(() => {
        insertBinding(connection, binding);
        appendAudit(connection, audit);
      }),
    list: async () => connection.all('SELECT * FROM bindings WHERE tenant = ? ORDER BY id').map(bindingOf),
    ofScope: async (scope) => {
      const sql = 'SELECT * FROM bindings WHERE tenant = ? AND subscription = ? AND region = ? ORDER BY id';
      return connection.all(sql, scope.subscription, scope.region).map(bindingOf);
    },
    remove: async (id, audit) =>
      connection.transaction(() => {
        if (connection.run('DELETE FROM bindings WHERE tenant = ? AND id = ?', id) === 0) return false;
        appendAudit(connection, audit);
        return true;
      }),
  };
}

function insertBinding(connection: TenantConnection, binding: Binding): void {
  connection.run(
    `INSERT INTO bindings (tenant, id, repository_id, owner_id, repository, workflow, ref, environment, role,
       source, subscription, region) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    binding.id,
    binding.repositoryId,
    binding.ownerId,
    binding.repository,
    binding.workflow,
    binding.ref,
    binding.environment ?? null,
    binding.role,
    binding.source,
    binding.scope.subscription,
    binding.scope.region,
  );
}

function bindingOf(row: Row): Binding {
  return {
    id: text(row, 'id'),
    repositoryId: text(row, 'repository_id'),
    ownerId: text(row, 'owner_id'),
    repository: text(row, 'repository'),
    workflow: text(row, 'workflow'),
    ref: text(row, 'ref'),
    environment: optionalText(row, 'environment'),
    role: word(['reader', 'publisher'], row, 'role'),
    source: parsed(parseSource, row, 'source'),
    scope: {
      subscription: parsed(parseSubscriptionId, row, 'subscription'),
      region: parsed(parseRegion, row, 'region'),
    },
  };
}
