import { joinPath, type FileEntry } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import { caseCollisions, entryFindings, isSkipped, symbolicLink } from './folder-files.ts';
import type { ConnectorLayout } from './layout.ts';
import { layoutOf } from './layouts.ts';
import { microsoftLayout } from './microsoft-layout.ts';
import { nativeLayout } from './native-layout.ts';
import { kindAt, stepsOf } from './path-kind.ts';
import type { EntriesOf } from './tree-entries.ts';

/** A folder that is a connector, or should be one. */
export interface ConnectorFolder {
  /** From the root; "" for the root itself. */
  readonly folder: string;
  readonly entries: readonly FileEntry[];
  readonly layout: ConnectorLayout;
}

export interface Discovery {
  /** Sorted by path, each once. */
  readonly folders: readonly ConnectorFolder[];
  /** Files that were named and lie in no connector's folder. */
  readonly loneFiles: readonly string[];
  readonly findings: readonly Finding[];
}

interface Search {
  readonly entriesOf: EntriesOf;
  /** By folder: the layouts of the connectors directly in it. */
  readonly layouts: Map<string, readonly ConnectorLayout[]>;
  readonly folders: Map<string, ConnectorFolder>;
  readonly loneFiles: Set<string>;
  readonly findings: Finding[];
}

/**
 * The connectors that paths name: a connector's folder, any folder above some, or a file or folder inside one. Nothing below a connector
 * is one. A folder beside connectors that holds none is taken for one that lost its files. A path that is not there names nothing.
 */
export function discover(entriesOf: EntriesOf, paths: readonly string[]): Discovery {
  const search: Search = {
    entriesOf,
    layouts: new Map(),
    folders: new Map(),
    loneFiles: new Set(),
    findings: [],
  };
  for (const path of paths) discoverPath(search, path);
  const folders = [...search.folders.values()].sort((one, two) => (one.folder < two.folder ? -1 : 1));
  return { folders, loneFiles: [...search.loneFiles].sort(), findings: search.findings };
}

function discoverPath(search: Search, path: string): void {
  const steps = stepsOf(path);
  const kind = steps === undefined ? undefined : kindAt(search.entriesOf, steps);
  if (steps === undefined || kind === undefined) return;
  const named = steps.join('/');
  if (kind === 'link') search.findings.push(symbolicLink(named));
  else if (kind === 'folder' && discoverBelow(search, named)) return;
  else if (kind === 'file' || kind === 'folder') discoverAround(search, steps, kind === 'file');
}

/** Adds the connectors in and below a folder; false when there is none. */
function discoverBelow(search: Search, folder: string): boolean {
  const entries = search.entriesOf(folder) ?? [];
  const layout = layoutOf(entries);
  if (layout !== undefined) return add(search, { folder, entries, layout });
  const below = entries
    .filter(({ name, kind }) => kind === 'folder' && !isSkipped(name))
    .map(({ name }) => joinPath(folder, name));
  const empty = below.filter((child) => !discoverBelow(search, child));
  if (!holdsConnectors(search, folder)) return empty.length < below.length;
  search.findings.push(...entryFindings(folder, entries), ...caseCollisions(folder, entries));
  for (const child of empty) addExpected(search, child);
  return below.length > 0;
}

/** Named inside a connector, or beside connectors; a file in neither stands for itself. */
function discoverAround(search: Search, steps: readonly string[], isFile: boolean): void {
  for (let length = steps.length - (isFile ? 1 : 0); length >= 0; length -= 1) {
    const folder = steps.slice(0, length).join('/');
    const entries = search.entriesOf(folder) ?? [];
    const layout = layoutOf(entries);
    if (layout !== undefined) return void add(search, { folder, entries, layout });
    if (length > 0 && holdsConnectors(search, steps.slice(0, length - 1).join('/'))) return addExpected(search, folder);
  }
  if (isFile) search.loneFiles.add(steps.join('/'));
}

/** Whether the folders directly in this one are connectors: one of them is, or it is called `connectors` and stands beside registry.yaml. */
function holdsConnectors(search: Search, folder: string): boolean {
  const parent = folder.split('/').slice(0, -1).join('/');
  if (layoutOf(search.entriesOf(folder) ?? []) !== undefined) return false;
  if (/(^|\/)connectors$/.test(folder) && search.entriesOf(parent)?.some(({ name }) => name === 'registry.yaml')) {
    return true;
  }
  return childLayouts(search, folder).length > 0;
}

function childLayouts(search: Search, folder: string): readonly ConnectorLayout[] {
  const known = search.layouts.get(folder);
  if (known !== undefined) return known;
  const found = (search.entriesOf(folder) ?? [])
    .filter(({ name, kind }) => kind === 'folder' && !isSkipped(name))
    .flatMap(({ name }) => layoutOf(search.entriesOf(joinPath(folder, name)) ?? []) ?? []);
  search.layouts.set(folder, found);
  return found;
}

/** A folder without a connector where one should be: judged in the layout of its neighbours, so that it gets a verdict. */
function addExpected(search: Search, folder: string): void {
  const parent = folder.split('/').slice(0, -1).join('/');
  const neighbours = childLayouts(search, parent);
  const layout = neighbours.length > 0 && !neighbours.includes(nativeLayout) ? microsoftLayout : nativeLayout;
  add(search, { folder, entries: search.entriesOf(folder) ?? [], layout });
}

function add(search: Search, found: ConnectorFolder): true {
  search.folders.set(found.folder, found);
  return true;
}
