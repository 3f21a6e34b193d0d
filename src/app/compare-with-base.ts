import { changedPaths } from '../adapters/git/changed-paths.ts';
import { gitTree } from '../adapters/git/git-tree.ts';
import { Failure } from '../domain/failure.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree, type Choose, type LoadedTree } from '../load/load-tree.ts';
import type { DiffReport } from '../report/diff-report.ts';
import { compareLoaded } from './compare-trees.ts';
import type { Comparison } from './comparison.ts';
import { deprecatedInGit } from './deprecated-in-git.ts';
import type { Timing } from './judge-trees.ts';
import { treeGroups, type TreeGroup } from './tree-groups.ts';

/**
 * The changes of the paths since a git revision, in the working folder's repository. A path that only the revision has is one that is gone.
 * @throws Failure (`usage`) for a path that neither has, or outside a repository; (`nothing-to-check`) where neither has a connector.
 */
export function compareWithBase(workingFolder: string, paths: readonly string[], since: Since): DiffReport {
  const { trees, timing, unchanged } = readWithBase(workingFolder, paths, since);
  const report = compareLoaded(trees, timing);
  return { ...report, connectors: report.connectors + unchanged };
}

export interface Since {
  /** A git revision. */
  readonly base: string;
  /** YYYY-MM-DD. */
  readonly now: string;
}

/** Reads what `compareWithBase` compares. @throws Failure as it does. */
export function readWithBase(workingFolder: string, paths: readonly string[], { base, now }: Since): Comparison {
  const groups = treeGroups(workingFolder, paths, (root, path) => isThere(root, path, base));
  const loaded = groups.map((group) => loadBoth(group, base));
  const before = loaded.map((one) => one.before);
  const after = loaded.map((one) => one.after);
  const unchanged = loaded.reduce((sum, one) => sum + one.unchanged, 0);
  if (unchanged === 0 && [...before, ...after].every(({ connectors }) => connectors.length === 0)) throw nothing(paths);
  return {
    trees: { before, after, prefix: groups[0]?.prefix ?? '' },
    timing: { now, since: sinceInGit(groups, base) },
    places: groups.map(({ root, prefix }) => ({ root, tree: diskTree(root), prefix })),
    unchanged,
  };
}

function isThere(root: string, path: string, base: string): boolean {
  const tree = gitTree(root, base);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const holder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return tree.entries(path) !== undefined || (tree.entries(holder) ?? []).some((entry) => entry.name === name);
}

interface BothTrees {
  readonly before: LoadedTree;
  readonly after: LoadedTree;
  /** Connectors that were read on neither side, because nothing of theirs differs. */
  readonly unchanged: number;
}

function loadBoth({ root, paths }: TreeGroup, base: string): BothTrees {
  const [now, then] = [diskTree(root), gitTree(root, base)];
  const touched = touchedBy(changedPaths(root, base));
  const left = new Set<string>();
  const choose: Choose = (folder) => {
    if (touched(folder)) return 'read';
    left.add(folder);
    return 'leave';
  };
  const after = loadTree(now, paths, choose);
  return { before: loadTree(then, paths, choose), after, unchanged: left.size };
}

/** Whether a folder has a file that differs. registry.yaml decides what each connector is called. */
function touchedBy(changed: readonly string[]): (folder: string) => boolean {
  if (changed.some((path) => /^registry\.ya?ml$/.test(path))) return () => true;
  const folders = new Set(changed.flatMap(foldersAbove));
  return (folder) => folders.has(folder);
}

/** `a/b` and `a` of `a/b/c`, and the root. */
function foldersAbove(path: string): string[] {
  const steps = path.split('/');
  return ['.', ...steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'))];
}

function nothing(paths: readonly string[]): Failure {
  const where = paths.length === 0 ? 'here' : `in ${paths.map((path) => `"${path}"`).join(', ')}`;
  return new Failure('nothing-to-check', `There is no connector ${where}, and none in the base`, {
    hint: 'A connector is a folder with a connector.yaml and an openapi.yaml, or with an apiDefinition.swagger.json',
  });
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
