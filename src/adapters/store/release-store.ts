import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Digest } from '../../domain/digest.ts';
import type { Pin, Release, ReleaseEntry, Source } from '../../domain/release.ts';
import type { AuditEntry } from './audit-log.ts';
import type { TenantScope } from './tenant-scope.ts';

/** A release without its entries: what the chain is made of. */
export interface ReleaseHeader extends Omit<Release, 'entries'> {
  /** Why; empty for an ordinary publish. */
  readonly reason: string;
  /** Safety valves that the publisher overrode. */
  readonly overrides: readonly Override[];
}

export interface Override {
  readonly digest: string;
  readonly reason: string;
}

/** What a release does to the names of its scope; null retires the name. */
export type EntryChanges = ReadonlyMap<ConnectorId, ReleaseEntry | null>;

export interface Commit {
  readonly header: Omit<ReleaseHeader, 'scope'> & { readonly scope: TenantScope };
  readonly changes: EntryChanges;
  readonly pins: readonly Pin[];
  readonly unpins: readonly Pick<Pin, 'connector' | 'rejected' | 'source'>[];
}

export type CommitResult =
  | { readonly kind: 'committed' }
  /** Somebody else committed on the same parent first. */
  | { readonly kind: 'parent-moved' }
  /** The source of an entry has not uploaded its revision to this scope. */
  | { readonly kind: 'revision-missing'; readonly digests: readonly Digest[] };

/** A name, and whose it was. */
export interface Holder {
  readonly connector: ConnectorId;
  readonly source: Source;
}

/** One release's change to one name. */
export interface EntryChange {
  readonly release: Digest;
  readonly sequence: number;
  readonly at: string;
  /** Null: the name was retired. */
  readonly entry: ReleaseEntry | null;
}

export interface ReleaseStore {
  /** The newest release of each scope that has one, ordered by subscription and region. */
  readonly heads: () => Promise<readonly ReleaseHeader[]>;
  readonly head: (scope: TenantScope) => Promise<ReleaseHeader | undefined>;
  readonly find: (scope: TenantScope, digest: Digest) => Promise<ReleaseHeader | undefined>;
  /** The newest release that this source published: its rollbacks are not counted. */
  readonly newestPublishOf: (scope: TenantScope, source: Source) => Promise<ReleaseHeader | undefined>;
  /** Newest first, those with a smaller sequence than `before`. */
  readonly list: (
    scope: TenantScope,
    range: { readonly before: number; readonly limit: number },
  ) => Promise<readonly ReleaseHeader[]>;
  /** All entries as they were at a release, sorted by name. */
  readonly entries: (scope: TenantScope, sequence: number) => Promise<ReadonlyMap<ConnectorId, ReleaseEntry>>;
  /** Every change of a name, newest first. */
  readonly history: (scope: TenantScope, connector: ConnectorId) => Promise<readonly EntryChange[]>;
  /** Under which names, and for which sources, releases of the scope ever served this digest. */
  readonly holdersOf: (scope: TenantScope, digest: Digest) => Promise<readonly Holder[]>;
  /** Sorted by source, connector, digest. */
  readonly pins: (scope: TenantScope) => Promise<readonly Pin[]>;
  /** The release, its entries, its pins and its audit record, or nothing. */
  readonly commit: (commit: Commit, audit: AuditEntry) => Promise<CommitResult>;
}
