import type { RegistryReader } from '../adapters/registry/client.ts';
import type { Change } from '../domain/change.ts';
import { worstClass } from '../domain/change.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import { Failure } from '../domain/failure.ts';
import { acknowledge } from '../diff/acknowledge.ts';
import { diffConnectors } from '../diff/diff-connectors.ts';
import { decodeRevision } from '../digest/revision-bytes.ts';
import { digestOf } from '../digest/revision-digest.ts';
import { connectorFromRevision } from '../load/from-revision.ts';
import type { ChangeSummary, LiveState } from '../plan/plan.ts';
import type { Declaration } from './declare.ts';

/** What would change for those who use the live revisions, by connector: fetches each live revision that differs from the declared one. */
export async function liveChanges(
  declarations: ReadonlyMap<ConnectorId, Declaration>,
  live: LiveState,
  reader: RegistryReader,
): Promise<ReadonlyMap<ConnectorId, readonly Change[]>> {
  const changes = new Map<ConnectorId, readonly Change[]>();
  for (const [id, declaration] of declarations) {
    const entry = live.entries.get(id) ?? formerEntry(declaration, live, declarations);
    if (entry === undefined || entry.digest === declaration.digest) continue;
    const before = connectorFromRevision(id, await fetchRevision(reader, entry.digest));
    changes.set(
      id,
      acknowledge(diffConnectors(before, declaration.connector), declaration.connector.manifest, entry.digest),
    );
  }
  return changes;
}

/** What the plan needs of them. */
export function summaries(changes: ReadonlyMap<string, readonly Change[]>): ReadonlyMap<string, ChangeSummary> {
  return new Map(
    [...changes].map(([id, list]) => [
      id,
      { class: worstClass(list), unacknowledged: list.filter(isUnacknowledged).length },
    ]),
  );
}

export function isUnacknowledged(change: Change): boolean {
  return change.class === 'forbidden' || (change.class === 'breaking' && change.acknowledged !== true);
}

async function fetchRevision(reader: RegistryReader, digest: LiveEntryDigest): Promise<Parameters<typeof digestOf>[0]> {
  const decoded = decodeRevision(await reader.revision(digest));
  if (decoded.kind === 'revision' && digestOf(decoded.content) === digest) return decoded.content;
  const why = decoded.kind === 'revision' ? 'its content has another digest' : decoded.why;
  throw new Failure('unavailable', `The registry sends revision ${digest}, but ${why}`, {
    hint: 'Its storage is damaged, or something in between changes what it sends: tell the operator',
  });
}

type LiveEntryDigest = Declaration['digest'];

function formerEntry(
  { connector }: Declaration,
  live: LiveState,
  declarations: ReadonlyMap<ConnectorId, Declaration>,
): { readonly digest: LiveEntryDigest } | undefined {
  const former = [...live.entries].find(([id]) => connector.manifest.formerNames.includes(id) && !declarations.has(id));
  return former?.[1];
}
