import { changedPaths } from '../adapters/git/changed-paths.ts';
import { gitTree } from '../adapters/git/git-tree.ts';
import type { Connector } from '../domain/connector.ts';
import type { FileTree } from '../domain/file-tree.ts';
import { EMPTY_REGISTRY_FILE } from '../domain/registry-file.ts';
import { diskTree } from '../load/disk-tree.ts';
import { connectorFolders, loadTree, type LoadedTree } from '../load/load-tree.ts';
import type { CheckedTree } from './check-tree.ts';
import { compareFindings } from './compare-findings.ts';
import { withHouseStyleOfBase } from './judge-house-style.ts';
import type { Judging } from './judge.ts';
import { touchesHouseStyle } from './touches-house-style.ts';

export interface SinceRequest extends Judging {
  /** The folder that paths are relative to, inside a clone. */
  readonly root: string;
  readonly paths: readonly string[];
  /** A git revision. */
  readonly base: string;
}

/**
 * Judges the connectors that differ from a git revision, and marks what they had there already. Those that do not differ are read only to
 * see what shows across connectors, and not at all when nothing differs: git knows that without us.
 * @throws Failure as `changedPaths` does.
 */
export async function checkSince(request: SinceRequest): Promise<CheckedTree> {
  const { root, paths, base } = request;
  const tree = diskTree(root);
  const folders = connectorFolders(tree, paths);
  const changed = changedPaths(root, base);
  const found = touchedFolders(folders, changed);
  if (found === 'none' && !touchesHouseStyle(changed, folders, [() => tree, () => gitTree(root, base)])) {
    return { loaded: NOTHING, diagnostics: [], suppressed: [], unchanged: folders.length };
  }
  const touched = found === 'none' ? new Set<string>() : found;
  const after = loadTree(tree, paths);
  const earlier = gitTree(root, base);
  const { before, unchanged } = loadBase(earlier, request, after, touched);
  const styled = await withHouseStyleOfBase({ tree, loaded: after }, { tree: earlier, loaded: before });
  return { ...compareFindings({ ...styled, unchanged }, request), unchanged: unchanged.size };
}

const NOTHING: LoadedTree = { connectors: [], registry: EMPTY_REGISTRY_FILE, findings: [], texts: new Map() };

/** Reads from the commit what differs, and takes over what does not. */
function loadBase(
  earlier: FileTree,
  { paths }: SinceRequest,
  after: LoadedTree,
  touched: ReadonlySet<string> | 'all',
): { readonly before: LoadedTree; readonly unchanged: ReadonlySet<string> } {
  const reusable = new Map(
    after.connectors
      .filter(({ folder }) => touched !== 'all' && !touched.has(folder))
      .map((connector) => [connector.folder, connector]),
  );
  const names = new Set(after.connectors.flatMap(({ id, manifest }): string[] => [id, ...manifest.formerNames]));
  const unchanged = new Set<string>();
  const before = loadTree(earlier, ['', ...paths], (folder, id): Connector | 'read' | 'leave' => {
    const known = reusable.get(folder);
    if (known !== undefined) unchanged.add(folder);
    return known ?? (names.has(id) || paths.some((path) => isBelow(folder, path)) ? 'read' : 'leave');
  });
  return { before, unchanged };
}

/**
 * The folders with a file that differs; all of them when it is a file that decides how every connector is judged, `none` when nothing
 * differs that could matter to one.
 */
function touchedFolders(folders: readonly string[], changed: readonly string[]): ReadonlySet<string> | 'all' | 'none' {
  if (changed.some((path) => GOVERNING.test(path))) return 'all';
  const known = new Set(folders);
  // A folder beside connectors may become one, or be missed as one.
  const parents = new Set(folders.map((folder) => ancestorsOf(folder).at(1) ?? '.'));
  const touched = new Set<string>();
  let matters = false;
  for (const path of changed) {
    const above = ancestorsOf(path);
    const folder = above.find((one) => known.has(one));
    if (folder !== undefined) touched.add(folder);
    matters ||= folder !== undefined || above.some((one) => parents.has(one));
  }
  return matters ? touched : 'none';
}

const GOVERNING = /^registry\.ya?ml$|(?:^|\/)\.spectral\.(?:ya?ml|json)$/i;

/** A path and every folder above it, the longest first: `a/b`, `a`, `.`. */
function ancestorsOf(path: string): string[] {
  const steps = path.split('/');
  const above = steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
  return path === '.' ? ['.'] : [...above, '.'];
}

function isBelow(folder: string, path: string): boolean {
  return path === '' || path === '.' || folder === path || folder.startsWith(`${path}/`);
}
