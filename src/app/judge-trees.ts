import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { DEFAULT_NOTICE_DAYS, type RegistryFile } from '../domain/registry-file.ts';
import { acknowledge, type Acknowledged, type JudgedAcknowledgement } from '../diff/acknowledge.ts';
import type { ConnectorDiff } from '../diff/diff-trees.ts';
import { deprecatedRemovals } from '../diff/notice.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { judgeChanges } from './judge-changes.ts';
import { placedChanges } from './place-change.ts';

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

type JudgedDiff = Acknowledged & {
  readonly before: Connector | undefined;
  readonly after: Connector | undefined;
};

interface Trees {
  readonly before: readonly LoadedTree[];
  readonly after: readonly LoadedTree[];
}

/** The changes of connectors, with what time, versions and acknowledgements make of them, each at its place in the newer files. */
export function judgeTrees(trees: Trees, diffs: readonly ConnectorDiff[], timing: Timing): JudgedChanges {
  const noticeDays = trees.before[0]?.registry.noticeDays ?? DEFAULT_NOTICE_DAYS;
  const judged: JudgedDiff[] = [];
  const bases = new Map<string, string>();
  const registryFolders = new Map<string, string>();
  for (const { before, after, changes } of diffs) {
    const id = (after ?? before)?.id;
    if (id === undefined || changes.length === 0) continue;
    const base = before === undefined ? undefined : digestOfConnector(before);
    if (base !== undefined) bases.set(id, base);
    const folder = after === undefined ? before?.folder : after.layout === 'microsoft' ? after.folder : undefined;
    if (folder !== undefined) registryFolders.set(id, folder);
    if (before === undefined || after === undefined) {
      const entries = folder === undefined ? [] : entriesFor(folder, trees.after);
      judged.push({ before, after, ...acknowledge(id, changes, entries, base) });
    } else {
      const since = timing.since?.(before, deprecatedRemovals(changes, before)) ?? new Map<string, string>();
      const circumstances = { base, noticeDays, now: timing.now, since };
      judged.push({ before, after, ...judgeChanges(before, after, changes, circumstances) });
    }
  }
  return {
    changes: judged.flatMap((one) => placedChanges(one, one.changes)),
    entries: judged.flatMap((one) => one.entries),
    bases,
    registryFolders,
  };
}

function entriesFor(folder: string, trees: readonly LoadedTree[]): RegistryFile['acknowledgements'] {
  return trees.flatMap(({ registry }) => registry.acknowledgements.filter((entry) => entry.folder === folder));
}

function digestOfConnector(connector: Connector): string | undefined {
  const content = revisionContentOf(connector);
  return content === undefined ? undefined : digestOf(content);
}
