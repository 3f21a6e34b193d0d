import type { TenantId } from '../../../domain/scope.ts';
import type { Store, TenantStore } from '../store.ts';
import { auditLog } from './audit.ts';
import { bindingStore } from './bindings.ts';
import type { Connection } from './connection.ts';
import { grantStore } from './grants.ts';
import { releaseStore } from './releases.ts';
import { revisionStore } from './revisions.ts';
import { sessionStore } from './sessions.ts';
import { connectionOf } from './tenant-connection.ts';
import { tokenStore } from './tokens.ts';

export function sqliteStore(connection: Connection): Store {
  return {
    tenant: (id) => tenantStore(connection, id),
    ping: async () => {
      connection.transaction(() => connection.one('PRAGMA user_version'));
    },
    close: async () => connection.close(),
  };
}

function tenantStore(connection: Connection, tenant: TenantId): TenantStore {
  const own = connectionOf(connection, tenant);
  return {
    tenant,
    revisions: revisionStore(own),
    releases: releaseStore(own),
    tokens: tokenStore(own),
    bindings: bindingStore(own),
    grants: grantStore(own),
    sessions: sessionStore(own),
    audit: auditLog(own),
  };
}
