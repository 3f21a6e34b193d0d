import type { ConnectorId } from './connector-id.ts';
import type { Digest } from './digest.ts';
import type { RevisionOrigin } from './revision.ts';
import type { Scope } from './scope.ts';

export type Stage = 'draft' | 'registered';

/** Who owns an entry of a scope: `github:<repository id>` or `client:<name>`. */
export type Source = `github:${string}` | `client:${string}`;

export function parseSource(text: string): Source | undefined {
  return /^(github:\d{1,20}|client:[A-Za-z0-9._-]{1,64})$/.test(text) ? (text as Source) : undefined;
}

/** Who counts as author of a connector: Entra object ids of people and groups, GitHub numeric ids. Empty means nobody. */
export interface Owners {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly github: readonly string[];
}

export const NO_OWNERS: Owners = { users: [], groups: [], github: [] };

/** What a scope serves under one name. A draft is never in a release. */
export interface ReleaseEntry {
  readonly digest: Digest;
  readonly source: Source;
  readonly stage: 'registered';
  readonly owners: Owners;
  readonly origin?: RevisionOrigin;
}

/** The immutable list of what a scope serves. Releases of a scope form a chain by `parent`. */
export interface Release {
  readonly digest: Digest;
  readonly scope: Scope;
  /** 1 for the first release of a scope. */
  readonly sequence: number;
  readonly parent: Digest | null;
  /** Git commit it came from; empty for a rollback. */
  readonly commit: string;
  /** Whose entries this release replaced. */
  readonly source: Source;
  readonly publisher: Publisher;
  readonly kind: 'publish' | 'rollback';
  /** ISO time, set by the server. */
  readonly at: string;
  readonly entries: ReadonlyMap<ConnectorId, ReleaseEntry>;
}

/** Who committed a release, as the server verified it. */
export interface Publisher {
  readonly subject: string;
  readonly repository?: string;
  readonly run?: string;
}

/** A rejected digest: plans show `held` until what is declared differs, or somebody lifts the pin. */
export interface Pin {
  readonly connector: ConnectorId;
  readonly source: Source;
  /** null when it was the connector's absence that was rejected: the rollback brought it back. */
  readonly rejected: Digest | null;
  readonly reason: string;
}
