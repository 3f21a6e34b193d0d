import { gitTree } from '../adapters/git/git-tree.ts';
import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import type { FilePlace } from '../domain/finding.ts';
import type { Span } from '../domain/span.ts';
import { acknowledge } from '../diff/acknowledge.ts';
import { diffTrees } from '../diff/diff-trees.ts';
import { updateLabel } from '../diff/update-label.ts';
import { digestOf, revisionContentOf } from '../digest/revision-digest.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree, type LoadedTree } from '../load/load-tree.ts';
import { diffReport, type DiffReport } from '../report/diff-report.ts';
import { locatorOf } from './check-tree.ts';
import { shownPath, treeGroups } from './tree-groups.ts';

/** The changes of the paths since a git revision, in the working folder's repository. */
export function compareWithBase(workingFolder: string, paths: readonly string[], base: string): DiffReport {
  const groups = treeGroups(workingFolder, paths);
  const before: LoadedTree[] = [];
  const after: LoadedTree[] = [];
  for (const group of groups) {
    before.push(loadTree(gitTree(group.root, base), group.paths));
    after.push(loadTree(diskTree(group.root), group.paths));
  }
  return compareLoaded(before, after, groups[0]?.prefix ?? '');
}

/** The changes from one file, folder or tree to another. */
export function comparePaths(workingFolder: string, before: string, after: string): DiffReport {
  const [one, two] = [treeGroups(workingFolder, [before]), treeGroups(workingFolder, [after])];
  const load = (groups: typeof one): LoadedTree[] => groups.map((group) => loadTree(diskTree(group.root), group.paths));
  const [older, newer] = [load(one), load(two)];
  return compareLoaded(paired(older, newer), newer, two[0]?.prefix ?? '');
}

/** The changes between loaded trees; `prefix` is put before the files of the newer one. */
export function compareLoaded(before: readonly LoadedTree[], after: readonly LoadedTree[], prefix: string): DiffReport {
  const older = before.flatMap((loaded) => loaded.connectors);
  const newer = after.flatMap((loaded) => loaded.connectors);
  const changes = acknowledged(diffTrees(older, newer), older, newer);
  const locators = after.map(locatorOf);
  const placed = changes.map((change) => withPlace(change, newer));
  const locate = (place: FilePlace): Span => locatorFor(after, locators, place)(place);
  const report = diffReport(placed, newer.length, updateLabel(changes), locate);
  return prefix === '' ? report : { ...report, changes: report.changes.map((one) => withPrefix(one, prefix)) };
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

function acknowledged(changes: readonly Change[], older: readonly Connector[], newer: readonly Connector[]): Change[] {
  return [...Map.groupBy(changes, (change) => change.connector)].flatMap(([id, list]) => {
    const after = newer.find((connector) => connector.id === id);
    const before = older.find((connector) => connector.id === id);
    const content = before === undefined ? undefined : revisionContentOf(before);
    if (after === undefined || content === undefined) return list;
    return acknowledge(list, after.manifest, digestOf(content));
  });
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
