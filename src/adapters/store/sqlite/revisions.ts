import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Digest } from '../../../domain/digest.ts';
import { member, type Json } from '../../../domain/json.ts';
import { PRODUCTS, type ProductSupport } from '../../../domain/products.ts';
import type { Source } from '../../../domain/release.ts';
import type { NewRevision, RevisionStore, RevisionSummary } from '../revision-store.ts';
import type { TenantScope } from '../tenant-scope.ts';
import { appendAudit } from './audit.ts';
import type { Row } from './connection.ts';
import { blob, damaged, integer, jsonArray, optionalText, strings, text } from './rows.ts';
import type { TenantConnection } from './tenant-connection.ts';

export function revisionStore(connection: TenantConnection): RevisionStore {
  return {
    missing: async (scope, source, digests) =>
      digests.filter((digest) => !isUploaded(connection, scope, source, digest)),
    add: async (scope, source, revision, audit) =>
      connection.transaction(() => {
        if (isUploaded(connection, scope, source, revision.digest)) return 'known';
        insertRevision(connection, revision);
        insertUpload(connection, scope, source, revision.digest);
        appendAudit(connection, audit);
        return 'added';
      }),
    bytes: async (digest) => {
      const row = connection.one('SELECT bytes, sha256 FROM revisions WHERE tenant = ? AND digest = ?', digest);
      return row === undefined ? undefined : bytesOf(row);
    },
    summaries: async (digests) => {
      const found = new Map<Digest, RevisionSummary>();
      for (const digest of digests) {
        const row = connection.one(SUMMARY, digest);
        if (row !== undefined) found.set(digest, summaryOf(row));
      }
      return found;
    },
  };
}

const SUMMARY = `SELECT title, publisher, description, categories, products, actions, triggers, has_icon
  FROM revisions WHERE tenant = ? AND digest = ?`;

export function isUploaded(connection: TenantConnection, scope: TenantScope, source: Source, digest: Digest): boolean {
  const sql = `SELECT 1 AS found FROM uploads
    WHERE tenant = ? AND subscription = ? AND region = ? AND source = ? AND digest = ?`;
  return connection.one(sql, scope.subscription, scope.region, source, digest) !== undefined;
}

function insertUpload(connection: TenantConnection, scope: TenantScope, source: Source, digest: Digest): void {
  const sql = 'INSERT INTO uploads (tenant, subscription, region, source, digest) VALUES (?, ?, ?, ?, ?)';
  connection.run(sql, scope.subscription, scope.region, source, digest);
}

// Another source may have brought the same revision before: its bytes stay the ones that are kept.
function insertRevision(connection: TenantConnection, { digest, bytes, summary }: NewRevision): void {
  connection.run(
    `INSERT INTO revisions (tenant, digest, bytes, sha256, title, publisher, description, categories, products,
       actions, triggers, has_icon)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
     WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE tenant = ?1 AND digest = ?2)`,
    digest,
    gzipSync(bytes),
    sha256(bytes),
    summary.title ?? null,
    summary.publisher ?? null,
    summary.description ?? null,
    JSON.stringify(summary.categories),
    JSON.stringify(summary.products),
    summary.actions,
    summary.triggers,
    summary.hasIcon ? 1 : 0,
  );
}

// A flipped bit on the disk must not become an answer.
function bytesOf(row: Row): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = gunzipSync(blob(row, 'bytes'));
  } catch {
    return damaged('bytes');
  }
  return sha256(bytes) === text(row, 'sha256') ? bytes : damaged('bytes');
}

function summaryOf(row: Row): RevisionSummary {
  return {
    title: optionalText(row, 'title'),
    publisher: optionalText(row, 'publisher'),
    description: optionalText(row, 'description'),
    categories: strings(jsonArray(row, 'categories'), 'categories'),
    products: jsonArray(row, 'products').map(productOf),
    actions: integer(row, 'actions'),
    triggers: integer(row, 'triggers'),
    hasIcon: integer(row, 'has_icon') === 1,
  };
}

function productOf(value: Json): ProductSupport {
  const one = <T extends string>(words: readonly T[], key: string): T =>
    words.find((word) => word === member(value, key)) ?? damaged('products');
  return {
    product: one(PRODUCTS, 'product'),
    support: one(['full', 'partial', 'none'], 'support'),
    reasons: strings(member(value, 'reasons'), 'products'),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
