import type { RegistryReader } from '../adapters/registry/client.ts';
import type { Change } from '../domain/change.ts';
import { worstClass } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import type { Acknowledged } from '../diff/acknowledge.ts';
import type { ConnectorFacts } from '../diff/draft.ts';
import { diffConnectors } from '../diff/diff-connectors.ts';
import { deprecatedRemovals } from '../diff/notice.ts';
import { connectorFromRevision } from '../load/from-revision.ts';
import type { ChangeSummary, LiveEntry, LiveState } from '../plan/plan.ts';
import type { Declaration } from './declare.ts';
import { deprecatedLive } from './deprecated-live.ts';
import { fetchRevision } from './fetch-revision.ts';
import { judgeChanges } from './judge-changes.ts';

/** How changes are judged: the removal of operations is counted from the release that carried their deprecation. */
export interface NoticeTerms {
  /** YYYY-MM-DD. */
  readonly now: string;
  readonly noticeDays: number;
  readonly factsOf: (connector: Connector) => ConnectorFacts;
}

/** What would change for those who use the live revisions, by connector: fetches each live revision that differs from the declared one. */
export async function liveChanges(
  declarations: ReadonlyMap<ConnectorId, Declaration>,
  live: LiveState,
  reader: RegistryReader,
  { factsOf, ...terms }: NoticeTerms,
): Promise<ReadonlyMap<ConnectorId, Acknowledged>> {
  const changes = new Map<ConnectorId, Acknowledged>();
  for (const [id, declaration] of declarations) {
    const [name, entry] = liveEntry(id, live) ?? formerEntry(declaration, live, declarations) ?? [];
    if (name === undefined || entry === undefined || entry.digest === declaration.digest) continue;
    const before = connectorFromRevision(id, await fetchRevision(reader, entry.digest));
    const found = diffConnectors(before, declaration.connector, factsOf(declaration.connector));
    const since = await deprecatedLive(reader, name, deprecatedRemovals(found, before));
    changes.set(id, judgeChanges(before, declaration.connector, found, { base: entry.digest, since, ...terms }));
  }
  return changes;
}

/** What the plan needs of them. */
export function summaries(
  changes: ReadonlyMap<ConnectorId, Acknowledged>,
  declarations: ReadonlyMap<ConnectorId, Declaration>,
): ReadonlyMap<string, ChangeSummary> {
  return new Map([...changes].map(([id, found]) => [id, summaryOf(found, declarations.get(id)?.connector)]));
}

function summaryOf({ changes, entries }: Acknowledged, connector: Connector | undefined): ChangeSummary {
  const open = changes.filter(isUnacknowledged);
  return {
    class: worstClass(changes),
    unacknowledged: open.length,
    ...(entries.some(({ state }) => state !== 'counts') ? { lapsed: true } : {}),
    ...lackingIn(open, connector),
  };
}

/** What one more entry has to name. What is forbidden no entry lifts. */
function lackingIn(open: readonly Change[], connector: Connector | undefined): Pick<ChangeSummary, 'lacking'> {
  if (open.length === 0 || open.some((change) => change.class === 'forbidden')) return {};
  const fingerprints = [...new Set(open.map((change) => change.fingerprint))];
  const folder = connector?.layout === 'microsoft' ? { folder: connector.folder } : {};
  return { lacking: { fingerprints, ...folder } };
}

export function isUnacknowledged(change: Change): boolean {
  return change.class === 'forbidden' || (change.class === 'breaking' && change.acknowledged !== true);
}

type Named = readonly [ConnectorId, LiveEntry];

function liveEntry(id: ConnectorId, live: LiveState): Named | undefined {
  const entry = live.entries.get(id);
  return entry === undefined ? undefined : [id, entry];
}

function formerEntry(
  { connector }: Declaration,
  live: LiveState,
  declarations: ReadonlyMap<ConnectorId, Declaration>,
): Named | undefined {
  return [...live.entries].find(([id]) => connector.manifest.formerNames.includes(id) && !declarations.has(id));
}
