import type { ConnectorId } from '../../../domain/connector-id.ts';
import { NO_OWNERS, type ReleaseEntry } from '../../../domain/release.ts';
import type { AuditEntry } from '../audit-log.ts';
import type { Commit, CommitResult } from '../release-store.ts';
import { appendAudit } from './audit.ts';
import { isUploaded } from './revisions.ts';
import type { TenantConnection } from './tenant-connection.ts';

/** Writes a release and everything that goes with it; the caller has the transaction open, so the parent cannot move meanwhile. */
export function commitRelease(connection: TenantConnection, commit: Commit, audit: AuditEntry): CommitResult {
  const { header, changes } = commit;
  if (headDigest(connection, commit) !== (header.parent ?? undefined)) return { kind: 'parent-moved' };
  const digests = missingDigests(connection, commit);
  if (digests.length > 0) return { kind: 'revision-missing', digests };
  insertHeader(connection, commit);
  for (const [connector, entry] of changes) insertChange(connection, commit, connector, entry);
  changePins(connection, commit);
  appendAudit(connection, audit);
  return { kind: 'committed' };
}

function headDigest(connection: TenantConnection, { header: { scope } }: Commit): unknown {
  const sql = `SELECT digest FROM releases WHERE tenant = ? AND subscription = ? AND region = ?
    ORDER BY sequence DESC LIMIT 1`;
  return connection.one(sql, scope.subscription, scope.region)?.['digest'];
}

function missingDigests(connection: TenantConnection, { header, changes }: Commit): ReleaseEntry['digest'][] {
  return [...changes.values()]
    .filter((entry) => entry !== null)
    .filter((entry) => !isUploaded(connection, header.scope, entry.source, entry.digest))
    .map((entry) => entry.digest);
}

function insertHeader(connection: TenantConnection, { header }: Commit): void {
  connection.run(
    `INSERT INTO releases (tenant, subscription, region, sequence, digest, parent, commit_id, source, subject,
       repository, run, kind, at, reason, overrides) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    header.scope.subscription,
    header.scope.region,
    header.sequence,
    header.digest,
    header.parent ?? '',
    header.commit,
    header.source,
    header.publisher.subject,
    header.publisher.repository ?? null,
    header.publisher.run ?? null,
    header.kind,
    header.at,
    header.reason,
    JSON.stringify(header.overrides),
  );
}

function insertChange(
  connection: TenantConnection,
  { header }: Commit,
  connector: ConnectorId,
  entry: ReleaseEntry | null,
): void {
  connection.run(
    `INSERT INTO release_entries (tenant, subscription, region, connector, sequence, source, digest, owners,
       converter, source_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    header.scope.subscription,
    header.scope.region,
    connector,
    header.sequence,
    entry?.source ?? header.source,
    entry?.digest ?? null,
    JSON.stringify(entry?.owners ?? NO_OWNERS),
    entry?.origin?.converter ?? null,
    entry?.origin?.sourceSha256 ?? null,
  );
}

function changePins(connection: TenantConnection, { header: { scope }, pins, unpins }: Commit): void {
  for (const { source, connector, rejected } of unpins) {
    const sql = `DELETE FROM pins
      WHERE tenant = ? AND subscription = ? AND region = ? AND source = ? AND connector = ? AND rejected = ?`;
    connection.run(sql, scope.subscription, scope.region, source, connector, rejected ?? '');
  }
  for (const { source, connector, rejected, reason } of pins) {
    const sql = `INSERT INTO pins (tenant, subscription, region, source, connector, rejected, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason`;
    connection.run(sql, scope.subscription, scope.region, source, connector, rejected ?? '', reason);
  }
}
