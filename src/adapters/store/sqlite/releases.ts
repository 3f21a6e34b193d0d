import { parseConnectorId, type ConnectorId } from '../../../domain/connector-id.ts';
import { parseSource, type ReleaseEntry } from '../../../domain/release.ts';
import type { ReleaseHeader, ReleaseStore } from '../release-store.ts';
import type { TenantScope } from '../tenant-scope.ts';
import { commitRelease } from './commit-release.ts';
import { changeOf, entryOf, headerOf, pinOf } from './release-rows.ts';
import { parsed } from './rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

const SCOPE = 'tenant = ? AND subscription = ? AND region = ?';

export function releaseStore(connection: TenantConnection): ReleaseStore {
  const header = (sql: string, ...values: string[]): ReleaseHeader | undefined => {
    const row = connection.one(sql, ...values);
    return row === undefined ? undefined : headerOf(connection.tenant, row);
  };
  return {
    heads: async () => connection.all(HEADS).map((row) => headerOf(connection.tenant, row)),
    head: async (scope) => header(HEAD, ...keyOf(scope)),
    find: async (scope, digest) =>
      header(`SELECT * FROM releases WHERE ${SCOPE} AND digest = ?`, ...keyOf(scope), digest),
    newestPublishOf: async (scope, source) => header(NEWEST_OF, ...keyOf(scope), source),
    list: async (scope, { before, limit }) =>
      connection.all(LIST, ...keyOf(scope), before, limit).map((row) => headerOf(connection.tenant, row)),
    entries: async (scope, sequence) => entriesAt(connection, scope, sequence),
    history: async (scope, connector) => connection.all(HISTORY, ...keyOf(scope), connector).map(changeOf),
    holdersOf: async (scope, digest) =>
      connection.all(HOLDERS, ...keyOf(scope), digest).map((row) => ({
        connector: parsed(parseConnectorId, row, 'connector'),
        source: parsed(parseSource, row, 'source'),
      })),
    pins: async (scope) => connection.all(PINS, ...keyOf(scope)).map(pinOf),
    commit: async (commit, audit) => connection.transaction(() => commitRelease(connection, commit, audit)),
  };
}

const HEAD = `SELECT * FROM releases WHERE ${SCOPE} ORDER BY sequence DESC LIMIT 1`;
const LIST = `SELECT * FROM releases WHERE ${SCOPE} AND sequence < ? ORDER BY sequence DESC LIMIT ?`;
const NEWEST_OF = `SELECT * FROM releases WHERE ${SCOPE} AND source = ? AND kind = 'publish'
  ORDER BY sequence DESC LIMIT 1`;
const HEADS = `SELECT * FROM releases AS newest WHERE tenant = ? AND sequence = (
    SELECT MAX(sequence) FROM releases
    WHERE tenant = newest.tenant AND subscription = newest.subscription AND region = newest.region)
  ORDER BY subscription, region`;
const HOLDERS = `SELECT DISTINCT connector, source FROM release_entries WHERE ${SCOPE} AND digest = ?
  ORDER BY connector, source`;
const PINS = `SELECT * FROM pins WHERE ${SCOPE} ORDER BY source, connector, rejected`;
const HISTORY = `SELECT entry.*, releases.digest AS release_digest, releases.at AS at
  FROM release_entries AS entry JOIN releases USING (tenant, subscription, region, sequence)
  WHERE ${SCOPE} AND entry.connector = ? ORDER BY sequence DESC`;
// Of each name, the newest row that the release could see. One walk of the primary key, which is in this order.
const ENTRIES = `SELECT * FROM release_entries AS entry WHERE ${SCOPE} AND digest IS NOT NULL AND sequence = (
    SELECT MAX(sequence) FROM release_entries
    WHERE tenant = entry.tenant AND subscription = entry.subscription AND region = entry.region
      AND connector = entry.connector AND sequence <= ?)
  ORDER BY connector`;

function entriesAt(
  connection: TenantConnection,
  scope: TenantScope,
  sequence: number,
): ReadonlyMap<ConnectorId, ReleaseEntry> {
  const entries = new Map<ConnectorId, ReleaseEntry>();
  for (const row of connection.all(ENTRIES, ...keyOf(scope), sequence)) {
    const entry = entryOf(row);
    if (entry !== null) entries.set(parsed(parseConnectorId, row, 'connector'), entry);
  }
  return entries;
}

function keyOf(scope: TenantScope): [string, string] {
  return [scope.subscription, scope.region];
}
