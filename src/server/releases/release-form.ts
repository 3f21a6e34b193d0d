import { createHash } from 'node:crypto';
import type { ReleaseHeader } from '../../adapters/store/release-store.ts';
import type { ConnectorId } from '../../domain/connector-id.ts';
import { parseDigest, type Digest } from '../../domain/digest.ts';
import type { Owners, ReleaseEntry } from '../../domain/release.ts';
import { scopeText } from '../../domain/scope.ts';

export type Undigested = Omit<ReleaseHeader, 'digest'>;

/**
 * The canonical form of a release: minified JSON, our fixed key order, names and owners sorted by code units. Its sha256 is the release's
 * digest, and it holds the parent's digest: whoever changes one release in a database changes every later one. `GET …/releases/{digest}`
 * answers with these very bytes, so that anybody can check them.
 */
export function releaseForm(header: Undigested, entries: ReadonlyMap<ConnectorId, ReleaseEntry>): string {
  const { scope, sequence, parent, commit, source, publisher, kind, reason, overrides, at } = header;
  return JSON.stringify({
    version: 1,
    scope: scopeText(scope),
    sequence,
    parent,
    commit,
    source,
    publisher: { subject: publisher.subject, repository: publisher.repository, run: publisher.run },
    kind,
    reason,
    overrides: overrides.map(({ digest, reason }) => ({ digest, reason })),
    at,
    connectors: Object.fromEntries([...entries].sort(byName).map(([name, entry]) => [name, entryForm(entry)])),
  });
}

export function releaseDigest(form: string): Digest {
  const digest = parseDigest(`sha256:${createHash('sha256').update(form).digest('hex')}`);
  if (digest === undefined) throw new Error('sha256 gave something else than 64 digits');
  return digest;
}

/** As entries are written in every answer. */
export function entryForm({ digest, source, stage, owners, origin }: ReleaseEntry): object {
  return { digest, source, stage, owners: sortedOwners(owners), origin: origin && { ...origin } };
}

/** Sorted, each once: the order in which a file lists owners is no difference. */
export function sortedOwners({ users, groups, github }: Owners): Owners {
  const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();
  return { users: sorted(users), groups: sorted(groups), github: sorted(github) };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
