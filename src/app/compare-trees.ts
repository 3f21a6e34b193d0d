import { addedChange, diffMatch, removedChange, type ConnectorDiff } from '../diff/diff-trees.ts';
import type { FolderOf } from '../diff/match-connectors.ts';
import { updateLabel } from '../diff/update-label.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { createLocator } from '../places/locator.ts';
import {
  acknowledgementsIn,
  diffReport,
  reportedChange,
  type DiffReport,
  type ReportedChange,
  type ReportedNotCompared,
} from '../report/diff-report.ts';
import { factsFrom } from './connector-facts.ts';
import { DiffJudge, type Timing } from './judge-trees.ts';
import { notCompared } from './not-compared.ts';
import { pairConnectors, type Paired, type TreeSide } from './pair-connectors.ts';
import { shownPath } from './tree-groups.ts';

export interface ComparedTrees<Side extends TreeSide = TreeSide> {
  readonly before: readonly Side[];
  readonly after: readonly Side[];
  /** Are put before the files of the older and the newer ones. */
  readonly olderPrefix?: string;
  readonly prefix: string;
  /** Where the two sides do not lie in the same place. */
  readonly folderOf?: FolderOf;
}

export type LoadedTrees = ComparedTrees<LoadedTree>;

/** The changes between trees, the trees of both sides in the same order. Connectors are compared as they are read, and not kept. */
export function compareLoaded(trees: ComparedTrees, timing: Timing): DiffReport {
  const { before, after, prefix, olderPrefix = prefix, folderOf = ({ folder }) => folder } = trees;
  const registries = { before: before.map(({ registry }) => registry), after: after.map(({ registry }) => registry) };
  // What the base says counts too.
  const factsOf = factsFrom([...registries.before, ...registries.after]);
  const judge = new DiffJudge(registries, timing);
  const changes: ReportedChange[] = [];
  const lacks: ReportedNotCompared[] = [];
  let connectors = 0;
  for (const paired of pairConnectors(before, after, folderOf)) {
    const diff = diffOf(paired, factsOf, folderOf);
    if (diff.after !== undefined) connectors += 1;
    const locate = createLocator(diff.after?.texts ?? new Map());
    for (const change of judge.judge(diff)) changes.push(withPrefix(reportedChange(change, locate), prefix));
    lacks.push(...lacksOf(diff, { before: olderPrefix, after: prefix }));
  }
  const report = diffReport(changes, connectors, updateLabel(changes));
  return {
    ...report,
    ...acknowledgementsIn(judge.all, report),
    ...(lacks.length === 0 ? {} : { notCompared: lacks }),
  };
}

function diffOf(paired: Paired, factsOf: ReturnType<typeof factsFrom>, folderOf: FolderOf): ConnectorDiff {
  if (paired.kind === 'both') return diffMatch(paired.match, factsOf(paired.match.after), folderOf);
  return paired.kind === 'removed'
    ? { before: paired.before, changes: [removedChange(paired.before)] }
    : { after: paired.after, changes: [addedChange(paired.after)] };
}

function lacksOf(
  diff: ConnectorDiff,
  prefixes: Readonly<Record<'before' | 'after', string>>,
): readonly ReportedNotCompared[] {
  return notCompared(diff).map(({ at, ...lack }) => ({
    ...lack,
    file: shownPath({ prefix: prefixes[lack.side] }, at.file),
    start: createLocator(diff[lack.side]?.texts ?? new Map())(at).start,
  }));
}

function withPrefix(change: ReportedChange, prefix: string): ReportedChange {
  return change.file === undefined || prefix === '' ? change : { ...change, file: shownPath({ prefix }, change.file) };
}
