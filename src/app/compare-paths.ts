import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Connector } from '../domain/connector.ts';
import { Failure } from '../domain/failure.ts';
import type { FileTree } from '../domain/file-tree.ts';
import { diskTree } from '../load/disk-tree.ts';
import { connectorFolders, loadTree, type LoadedTree } from '../load/load-tree.ts';
import type { DiffReport } from '../report/diff-report.ts';
import { compareLoaded } from './compare-trees.ts';
import type { Comparison } from './comparison.ts';
import { prefixFrom, treeGroups } from './tree-groups.ts';

/**
 * The changes from one file, connector or tree to another. Two files are compared by what they hold, whatever stands beside them.
 * @throws Failure (`usage`) for a path that is not there, and for two things that are not of a kind; (`nothing-to-check`) for one that
 * holds no connector.
 */
export function comparePaths(workingFolder: string, named: Named): DiffReport {
  const { trees, timing } = readPaths(workingFolder, named);
  return compareLoaded(trees, timing);
}

export interface Named {
  readonly before: string;
  readonly after: string;
  /** YYYY-MM-DD. */
  readonly now: string;
}

/** Reads what `comparePaths` compares. @throws Failure as it does. */
export function readPaths(workingFolder: string, { before, after, now }: Named): Comparison {
  const [older, newer] = [sideOf(workingFolder, before), sideOf(workingFolder, after)];
  refuseMixed(older, newer);
  const one = older.kind === 'tree' ? older.loaded : renamed(older.loaded, newer.loaded);
  const bases = new Map<Connector, string>();
  for (const connector of one.connectors) bases.set(connector, older.base);
  const trees = {
    before: [one],
    after: [newer.loaded],
    olderPrefix: older.prefix,
    prefix: newer.prefix,
    folderOf: (connector: Connector): string =>
      newer.kind === 'tree' ? withinBase(connector.folder, bases.get(connector) ?? newer.base) : '.',
  };
  return { trees, timing: { now }, places: [newer], unchanged: 0 };
}

interface Side {
  readonly path: string;
  readonly kind: 'file' | 'connector' | 'tree';
  readonly loaded: LoadedTree;
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
  return { path, kind, loaded: loadTree(tree, group.paths), base, prefix: group.prefix, root: group.root, tree };
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
    loaded,
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
  const [one, two] = [before, after].map(({ loaded }) => loaded.connectors[0]);
  if (before.kind !== 'file' || one === undefined || two === undefined || !haveNothingInCommon(one, two)) return;
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
