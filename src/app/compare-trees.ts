import type { Connector } from '../domain/connector.ts';
import type { FilePlace } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import type { ConnectorFacts } from '../diff/draft.ts';
import { diffEach } from '../diff/diff-trees.ts';
import type { FolderOf } from '../diff/match-connectors.ts';
import { updateLabel } from '../diff/update-label.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { acknowledgementsIn, diffReport, type DiffReport, type ReportedNotCompared } from '../report/diff-report.ts';
import { locatorOf } from './check-tree.ts';
import { factsFrom } from './connector-facts.ts';
import { judgeTrees, type Timing } from './judge-trees.ts';
import { notCompared, type NotCompared } from './not-compared.ts';
import { shownPath } from './tree-groups.ts';

export interface LoadedTrees {
  readonly before: readonly LoadedTree[];
  readonly after: readonly LoadedTree[];
  /** Are put before the files of the older and the newer ones. */
  readonly olderPrefix?: string;
  readonly prefix: string;
  /** Where the two sides do not lie in the same place. */
  readonly folderOf?: FolderOf;
}

/** The changes between loaded trees, the trees of both sides in the same order. */
export function compareLoaded(trees: LoadedTrees, timing: Timing): DiffReport {
  const { before, after, prefix, olderPrefix = prefix } = trees;
  const [older, newer] = [before, after].map((side) => side.flatMap((loaded) => loaded.connectors));
  const diffs = diffEach(older ?? [], newer ?? [], factsIn(trees), trees.folderOf);
  const judged = judgeTrees({ before, after }, diffs, timing);
  const sides = { before: sideOf(before, olderPrefix), after: sideOf(after, prefix) };
  const report = diffReport(judged.changes, newer?.length ?? 0, updateLabel(judged.changes), sides.after.locate);
  const lacks = diffs.flatMap(notCompared).map((one) => reportedLack(one, sides[one.side]));
  return {
    ...report,
    changes: report.changes.map((one) =>
      one.file === undefined ? one : { ...one, file: shownPath({ prefix }, one.file) },
    ),
    ...acknowledgementsIn(judged, report),
    ...(lacks.length === 0 ? {} : { notCompared: lacks }),
  };
}

/** What the base says counts too. */
function factsIn({ before, after }: LoadedTrees): (connector: Connector) => ConnectorFacts {
  return (connector) => {
    const index = after.findIndex(({ connectors }) => connectors.includes(connector));
    return factsFrom([before, after].flatMap((trees) => trees[index]?.registry ?? []))(connector);
  };
}

interface Side {
  readonly prefix: string;
  readonly locate: (place: FilePlace) => Span;
}

function sideOf(trees: readonly LoadedTree[], prefix: string): Side {
  const locators = trees.map((tree) => ({
    files: new Set(tree.connectors.flatMap((connector) => [...connector.texts.keys()])),
    locate: locatorOf(tree),
  }));
  const start: Span = { start: { line: 1, column: 1 } };
  return { prefix, locate: (place) => locators.find(({ files }) => files.has(place.file))?.locate(place) ?? start };
}

function reportedLack({ at, ...lack }: NotCompared, { prefix, locate }: Side): ReportedNotCompared {
  return { ...lack, file: shownPath({ prefix }, at.file), start: locate(at).start };
}
