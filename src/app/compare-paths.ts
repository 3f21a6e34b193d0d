import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Connector } from '../domain/connector.ts';
import { Failure } from '../domain/failure.ts';
import type { FileTree } from '../domain/file-tree.ts';
import { diskTree } from '../load/disk-tree.ts';
import { connectorFolders, loadTree, openTree, readEach, type LoadedTree } from '../load/load-tree.ts';
import type { DiffReport } from '../report/diff-report.ts';
import { compareLoaded, type ComparedTrees } from './compare-trees.ts';
import type { Comparison } from './comparison.ts';
import type { TreeSide } from './pair-connectors.ts';
import { prefixFrom, treeGroups } from './tree-groups.ts';

/**
 * The changes from one file, connector or tree to another. Two files are compared by what they hold, whatever stands beside them.
 * @throws Failure (`usage`) for a path that is not there, and for two things that are not of a kind; (`nothing-to-check`) for one that
 * holds no connector.
 */
export function comparePaths(workingFolder: string, named: Named): DiffReport {
  const { older, newer } = sidesOf(workingFolder, named);
  const { trees, timing } = newer.kind === 'tree' ? opened(older, newer, named) : read(older, newer, named);
  return compareLoaded(trees, timing);
}

export interface Named {
  readonly before: string;
  readonly after: string;
  /** YYYY-MM-DD. */
  readonly now: string;
}

/** Reads what `comparePaths` compares. @throws Failure as it does. */
export function readPaths(workingFolder: string, named: Named): Comparison {
  const { older, newer } = sidesOf(workingFolder, named);
  return read(older, newer, named);
}

interface Sides {
  readonly older: Side;
  readonly newer: Side;
}

function sidesOf(workingFolder: string, { before, after }: Named): Sides {
  const [older, newer] = [sideOf(workingFolder, before), sideOf(workingFolder, after)];
  refuseMixed(older, newer);
  return { older, newer };
}

function read(older: Side, newer: Side, { now }: Named): Comparison {
  const [one, two] = [older.load(), newer.load()];
  const bases = new WeakMap<Connector, string>(one.connectors.map((connector) => [connector, older.base]));
  const before = newer.kind === 'tree' ? one : renamed(one, two);
  const trees = { before: [before], after: [two], ...waysOf(older, newer, bases) };
  return { trees, timing: { now }, places: [newer], unchanged: 0 };
}

/** Trees may be large: their connectors are read when they are compared. */
function opened(
  older: Side,
  newer: Side,
  { now }: Named,
): Pick<Comparison, 'timing'> & { readonly trees: ComparedTrees } {
  const bases = new WeakMap<Connector, string>();
  const open = ({ tree, paths, base }: Side): TreeSide => {
    const { registry, readers } = openTree(tree, paths);
    return { registry, connectors: noted(readEach(readers), (connector) => bases.set(connector, base)) };
  };
  return { trees: { before: [open(older)], after: [open(newer)], ...waysOf(older, newer, bases) }, timing: { now } };
}

function* noted(connectors: Iterable<Connector>, note: (connector: Connector) => void): Iterable<Connector> {
  for (const connector of connectors) {
    note(connector);
    yield connector;
  }
}

function waysOf(
  older: Side,
  newer: Side,
  bases: WeakMap<Connector, string>,
): Pick<ComparedTrees, 'olderPrefix' | 'prefix'> & Required<Pick<ComparedTrees, 'folderOf'>> {
  return {
    olderPrefix: older.prefix,
    prefix: newer.prefix,
    folderOf: (connector) =>
      newer.kind === 'tree' ? withinBase(connector.folder, bases.get(connector) ?? newer.base) : '.',
  };
}

interface Side {
  readonly path: string;
  readonly kind: 'file' | 'connector' | 'tree';
  readonly load: () => LoadedTree;
  readonly paths: readonly string[];
  /** What was named, as its connectors' folders begin. */
  readonly base: string;
  readonly prefix: string;
  readonly root: string;
  readonly tree: FileTree;
}

function sideOf(workingFolder: string, path: string): Side {
  const [group] = treeGroups(workingFolder, [path]);
  if (group === undefined) throw new Error('One path makes one group');
  const absolute = resolve(workingFolder, path);
  if (statSync(absolute).isFile()) return fileSide(workingFolder, path, absolute);
  const tree = diskTree(group.root);
  const [base = ''] = group.paths;
  const folders = connectorFolders(tree, group.paths);
  if (folders.length === 0) throw nothingIn(path, 'holds no connector');
  const kind = folders.length === 1 && folders[0] === (base === '' ? '.' : base) ? 'connector' : 'tree';
  const { paths, prefix, root } = group;
  return { path, kind, load: () => loadTree(tree, paths), paths, base, prefix, root, tree };
}

/** A file by itself: what lies beside it was not named. */
function fileSide(workingFolder: string, path: string, absolute: string): Side {
  const [folder, name] = [dirname(absolute), basename(absolute)];
  if (!/\.(?:json|ya?ml)$/i.test(name)) {
    throw new Failure('usage', `"${path}" is neither JSON nor YAML by its name`, {
      hint: 'Give it a name that ends in .json, .yaml or .yml',
    });
  }
  const disk = diskTree(folder);
  const alone: FileTree = {
    ...disk,
    entries: (below) =>
      below === '' || below === '.' ? disk.entries('')?.filter((entry) => entry.name === name) : undefined,
  };
  const loaded = loadTree(alone, [name]);
  if (loaded.connectors.length === 0) throw nothingIn(path, 'holds no OpenAPI document');
  return {
    path,
    kind: 'file',
    load: () => loaded,
    paths: [name],
    base: '',
    prefix: prefixFrom(workingFolder, folder),
    root: folder,
    tree: alone,
  };
}

function nothingIn(path: string, lack: string): Failure {
  return new Failure('nothing-to-check', `"${path}" ${lack}`, {
    hint: 'A connector is a folder with a connector.yaml and an openapi.yaml, or with an apiDefinition.swagger.json',
  });
}

const KINDS = { file: 'a file', connector: "a connector's folder", tree: 'a tree of connectors' } as const;

function refuseMixed(before: Side, after: Side): void {
  if (before.kind !== after.kind) {
    const message = `"${before.path}" is ${KINDS[before.kind]} and "${after.path}" is ${KINDS[after.kind]}`;
    throw new Failure('usage', message, { hint: 'Name two of a kind: two files, two connectors, or two trees' });
  }
  if (before.kind !== 'file') return;
  const [one, two] = [before, after].map(({ load }) => load().connectors[0]);
  if (one === undefined || two === undefined || !haveNothingInCommon(one, two)) return;
  throw new Failure('usage', `"${before.path}" and "${after.path}" hold different parts of a connector`, {
    hint: 'Name two OpenAPI documents, or the folders of the connectors',
  });
}

/** One is an OpenAPI document, the other connection properties. */
function haveNothingInCommon(one: Connector, two: Connector): boolean {
  return [
    [one, two],
    [two, one],
  ].some(([left, right]) => {
    const [definition, settings] = [left?.openapi, right?.properties];
    return definition !== undefined && settings !== undefined && (left?.properties ?? right?.openapi) === undefined;
  });
}

/** Two that a person names are compared with each other, whatever their folders are called. */
function renamed(older: LoadedTree, newer: LoadedTree): LoadedTree {
  const [before, after] = [older.connectors[0], newer.connectors[0]];
  if (before === undefined || after === undefined) return older;
  return { ...older, connectors: [{ ...before, id: after.id }] };
}

/** The folder of a connector from the tree that was named. */
function withinBase(folder: string, base: string): string {
  return base !== '' && folder.startsWith(`${base}/`) ? folder.slice(base.length + 1) : folder;
}
