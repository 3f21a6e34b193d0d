import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { DEFAULT_NOTICE_DAYS, type RegistryFile } from '../domain/registry-file.ts';
import { acknowledge, type Acknowledged, type JudgedAcknowledgement } from '../diff/acknowledge.ts';
import { deprecatedRemovals } from '../diff/notice.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { judgeChanges } from './judge-changes.ts';

/** What changes are judged by, besides the two versions. */
export interface Timing {
  /** YYYY-MM-DD: the day to which notice is counted. */
  readonly now: string;
  /** Since when operations of a connector of the base are deprecated there, by id; without it nobody knows. */
  readonly since?: (before: Connector, ids: readonly string[]) => ReadonlyMap<string, string>;
}

export interface JudgedChanges {
  readonly changes: readonly Change[];
  /** The acknowledgements of connectors that changed, and what became of them. */
  readonly entries: readonly JudgedAcknowledgement[];
  /** By connector: the digest that it had, which an acknowledgement must name. */
  readonly bases: ReadonlyMap<string, string>;
  /** By connector: its folder, where an acknowledgement has to go to registry.yaml. */
  readonly registryFolders: ReadonlyMap<string, string>;
}

interface Trees {
  readonly before: readonly LoadedTree[];
  readonly after: readonly LoadedTree[];
}

/** The changes between trees, with what time, versions and acknowledgements make of them. */
export function judgeTrees(trees: Trees, changes: readonly Change[], timing: Timing): JudgedChanges {
  const older = new Map<string, Connector>(trees.before.flatMap(byId));
  const newer = new Map<string, Connector>(trees.after.flatMap(byId));
  const noticeDays = trees.before[0]?.registry.noticeDays ?? DEFAULT_NOTICE_DAYS;
  const judged: Acknowledged[] = [];
  const bases = new Map<string, string>();
  const registryFolders = new Map<string, string>();
  for (const [id, list] of Map.groupBy(changes, (change) => change.connector)) {
    const after = newer.get(id);
    const before = older.get(id) ?? formerOf(after, older, newer);
    const base = before === undefined ? undefined : digestOfConnector(before);
    if (base !== undefined) bases.set(id, base);
    const folder = after === undefined ? before?.folder : after.layout === 'microsoft' ? after.folder : undefined;
    if (folder !== undefined) registryFolders.set(id, folder);
    if (before === undefined || after === undefined) {
      judged.push(acknowledge(id, list, folder === undefined ? [] : entriesFor(folder, trees.after), base));
    } else {
      const since = timing.since?.(before, deprecatedRemovals(list, before)) ?? new Map<string, string>();
      judged.push(judgeChanges(before, after, list, { base, noticeDays, now: timing.now, since }));
    }
  }
  return {
    changes: judged.flatMap((one) => one.changes),
    entries: judged.flatMap((one) => one.entries),
    bases,
    registryFolders,
  };
}

function byId({ connectors }: LoadedTree): [string, Connector][] {
  return connectors.map((connector) => [connector.id, connector]);
}

/** The connector that one is a new name of, as `diffTrees` finds it. */
function formerOf(
  after: Connector | undefined,
  older: ReadonlyMap<string, Connector>,
  newer: ReadonlyMap<string, Connector>,
): Connector | undefined {
  const former = after?.manifest.formerNames.find((name) => older.has(name) && !newer.has(name));
  return former === undefined ? undefined : older.get(former);
}

function entriesFor(folder: string, trees: readonly LoadedTree[]): RegistryFile['acknowledgements'] {
  return trees.flatMap(({ registry }) => registry.acknowledgements.filter((entry) => entry.folder === folder));
}

function digestOfConnector(connector: Connector): string | undefined {
  const content = revisionContentOf(connector);
  return content === undefined ? undefined : digestOf(content);
}
