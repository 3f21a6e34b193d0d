import type { Digest } from '../../domain/digest.ts';
import type { ProductSupport } from '../../domain/products.ts';
import type { Source } from '../../domain/release.ts';
import type { AuditEntry } from './audit-log.ts';
import type { TenantScope } from './tenant-scope.ts';

/** What lists show of a revision, kept beside its bytes so that a list reads no document. */
export interface RevisionSummary {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly description: string | undefined;
  readonly categories: readonly string[];
  readonly products: readonly ProductSupport[];
  readonly actions: number;
  readonly triggers: number;
  readonly hasIcon: boolean;
}

export interface NewRevision {
  readonly digest: Digest;
  /** Canonical bytes (src/digest/revision-bytes.ts). */
  readonly bytes: Uint8Array;
  readonly summary: RevisionSummary;
}

/**
 * Revisions, immutable. The bytes are kept once for a tenant; who uploaded them where is kept for each scope and source,
 * so that knowing a digest is not enough to publish or to read what another source uploaded.
 */
export interface RevisionStore {
  /** Which of these digests the source has not uploaded to the scope yet, in the order given. */
  readonly missing: (scope: TenantScope, source: Source, digests: readonly Digest[]) => Promise<readonly Digest[]>;
  /** `known`, and nothing written, when the source has uploaded it to the scope before. */
  readonly add: (
    scope: TenantScope,
    source: Source,
    revision: NewRevision,
    audit: AuditEntry,
  ) => Promise<'added' | 'known'>;
  readonly bytes: (digest: Digest) => Promise<Uint8Array | undefined>;
  readonly summaries: (digests: Iterable<Digest>) => Promise<ReadonlyMap<Digest, RevisionSummary>>;
}
