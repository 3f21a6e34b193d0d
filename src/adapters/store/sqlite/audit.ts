import type { AuditEntry, AuditLog, AuditRecord } from '../audit-log.ts';
import type { Row } from './connection.ts';
import { integer, jsonObject, optionalText, text } from './rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

/** Appends one record; the caller has the transaction open. */
export function appendAudit(connection: TenantConnection, entry: AuditEntry): void {
  connection.run(
    `INSERT INTO audit (tenant, sequence, at, actor, token, action, on_what, request, details)
     SELECT ?1, COALESCE(MAX(sequence), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM audit WHERE tenant = ?1`,
    entry.at,
    entry.actor,
    entry.token ?? null,
    entry.action,
    entry.on,
    entry.request ?? null,
    JSON.stringify(entry.details ?? {}),
  );
}

export function auditLog(connection: TenantConnection): AuditLog {
  return {
    list: async ({ after, limit }) =>
      connection
        .all('SELECT * FROM audit WHERE tenant = ? AND sequence > ? ORDER BY sequence LIMIT ?', after, limit)
        .map(recordOf),
  };
}

function recordOf(row: Row): AuditRecord {
  const token = optionalText(row, 'token');
  const request = optionalText(row, 'request');
  return {
    sequence: integer(row, 'sequence'),
    at: integer(row, 'at'),
    actor: text(row, 'actor'),
    action: text(row, 'action'),
    on: text(row, 'on_what'),
    details: jsonObject(row, 'details'),
    ...(token === undefined ? {} : { token }),
    ...(request === undefined ? {} : { request }),
  };
}
