import { gitTree } from '../adapters/git/git-tree.ts';
import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import type { FilePlace } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import type { ConnectorFacts } from '../diff/draft.ts';
import { diffTrees } from '../diff/diff-trees.ts';
import { updateLabel } from '../diff/update-label.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree, type LoadedTree } from '../load/load-tree.ts';
import { acknowledgementsIn, diffReport, type DiffReport } from '../report/diff-report.ts';
import { locatorOf } from './check-tree.ts';
import { factsFrom } from './connector-facts.ts';
import { deprecatedInGit } from './deprecated-in-git.ts';
import { judgeTrees, type Timing } from './judge-trees.ts';
import { shownPath, treeGroups, type TreeGroup } from './tree-groups.ts';

/** The changes of the paths since a git revision, in the working folder's repository. */
export function compareWithBase(
  workingFolder: string,
  paths: readonly string[],
  { base, now }: { readonly base: string; readonly now: string },
): DiffReport {
  const groups = treeGroups(workingFolder, paths);
  const before: LoadedTree[] = [];
  const after: LoadedTree[] = [];
  for (const group of groups) {
    before.push(loadTree(gitTree(group.root, base), group.paths));
    after.push(loadTree(diskTree(group.root), group.paths));
  }
  return compareLoaded({ before, after, prefix: groups[0]?.prefix ?? '' }, { now, since: sinceInGit(groups, base) });
}

/** The changes from one file, folder or tree to another. */
export function comparePaths(
  workingFolder: string,
  { before, after, now }: { readonly before: string; readonly after: string; readonly now: string },
): DiffReport {
  const [one, two] = [treeGroups(workingFolder, [before]), treeGroups(workingFolder, [after])];
  const load = (groups: typeof one): LoadedTree[] => groups.map((group) => loadTree(diskTree(group.root), group.paths));
  const [older, newer] = [load(one), load(two)];
  return compareLoaded({ before: paired(older, newer), after: newer, prefix: two[0]?.prefix ?? '' }, { now });
}

export interface LoadedTrees {
  readonly before: readonly LoadedTree[];
  readonly after: readonly LoadedTree[];
  /** Is put before the files of the newer ones. */
  readonly prefix: string;
}

/** The changes between loaded trees. */
export function compareLoaded({ before, after, prefix }: LoadedTrees, timing: Timing): DiffReport {
  const older = before.flatMap((loaded) => loaded.connectors);
  const newer = after.flatMap((loaded) => loaded.connectors);
  // The trees of both sides come in the same order: what the base says counts too.
  const factsOf = (connector: Connector): ConnectorFacts => {
    const index = after.findIndex(({ connectors }) => connectors.includes(connector));
    return factsFrom([before, after].flatMap((trees) => trees[index]?.registry ?? []))(connector);
  };
  const judged = judgeTrees({ before, after }, diffTrees(older, newer, factsOf), timing);
  const locators = after.map(locatorOf);
  const placed = judged.changes.map((change) => withPlace(change, newer));
  const locate = (place: FilePlace): Span => locatorFor(after, locators, place)(place);
  const report = diffReport(placed, newer.length, updateLabel(judged.changes), locate);
  const whole = { ...report, ...acknowledgementsIn(judged, report) };
  return prefix === '' ? whole : { ...whole, changes: whole.changes.map((one) => withPrefix(one, prefix)) };
}

/** Dates by the history of the branch that a connector of the base comes from. */
function sinceInGit(groups: readonly TreeGroup[], base: string): NonNullable<Timing['since']> {
  return ({ openapi }, ids) => {
    const file = openapi?.file ?? '';
    const group = groups.find(({ paths }) => paths.some((path) => isWithin(file, path)));
    return group === undefined || ids.length === 0 ? new Map() : deprecatedInGit(group.root, base, file, ids);
  };
}

function isWithin(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`);
}

/** Two single connectors that a person names are compared with each other, whatever their folders are called. */
function paired(older: readonly LoadedTree[], newer: readonly LoadedTree[]): readonly LoadedTree[] {
  const [one, two] = [older, newer].map((trees) => trees.flatMap((loaded) => loaded.connectors));
  const [before, after] = [one?.[0], two?.[0]];
  if (before === undefined || after === undefined || one?.length !== 1 || two?.length !== 1) return older;
  return older.map((loaded) =>
    loaded.connectors.length === 0 ? loaded : { ...loaded, connectors: [{ ...before, id: after.id }] },
  );
}

function withPlace(change: Change, newer: readonly Connector[]): Change {
  const connector = newer.find((one) => one.id === change.connector);
  const part = change.part === 'openapi' || change.part === 'properties' ? connector?.[change.part] : undefined;
  if (part === undefined) return change;
  return { ...change, at: part.placeOf(change.pointer) };
}

function locatorFor(
  trees: readonly LoadedTree[],
  locators: readonly ReturnType<typeof locatorOf>[],
  place: FilePlace,
): ReturnType<typeof locatorOf> {
  const index = trees.findIndex((tree) => tree.connectors.some((connector) => connector.files.includes(place.file)));
  return locators[Math.max(0, index)] ?? (() => ({ start: { line: 1, column: 1 } }));
}

function withPrefix<T extends { readonly file?: string }>(change: T, prefix: string): T {
  return change.file === undefined ? change : { ...change, file: shownPath({ prefix }, change.file) };
}
