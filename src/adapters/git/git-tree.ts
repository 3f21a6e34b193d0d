import { basename, resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { joinPath, type FileEntry, type FileTree } from '../../domain/file-tree.ts';
import { readBlobs } from './read-blobs.ts';
import { resolveRef } from './resolve-ref.ts';
import { gitText } from './run-git.ts';

interface TreeFile {
  readonly path: string;
  readonly entry: FileEntry;
  readonly hash: string;
}

/** What is fetched at once, at first; it doubles with each miss, so one connector costs little and a whole tree few calls. */
const FIRST_WINDOW = 256 * 1024;
const LAST_WINDOW = 32 * 1024 * 1024;

/**
 * The files of a commit, as they lie below a folder of a clone: the same paths as the folder on disk has. Nothing is checked out.
 * @throws Failure as `resolveRef` does; `read` throws (`unavailable`) for what is no file of the commit.
 */
export function gitTree(folder: string, ref: string): FileTree {
  const commit = resolveRef(folder, ref);
  const listing = gitText(folder, ['ls-tree', '-r', '-z', '--long', commit]);
  const files = listing.split('\0').flatMap((line) => parseLine(line) ?? []);
  const folders = foldersOf(files);
  return {
    name: basename(resolve(folder)),
    entries: (path) => folders.get(path === '.' ? '' : path),
    read: blobReader(folder, ref, files),
  };
}

/** `100644 blob <hash> <size>\t<path>`; the size of what is no file is "-". */
function parseLine(line: string): TreeFile | undefined {
  const match = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line);
  if (match === null) return undefined;
  const [, mode = '', hash = '', size = '', path = ''] = match;
  const kind = kindOf(mode);
  const entry = { name: path.slice(path.lastIndexOf('/') + 1), kind, size: kind === 'file' ? Number(size) : 0 };
  return { path, hash, entry };
}

function kindOf(mode: string): FileEntry['kind'] {
  if (mode === '120000') return 'link';
  return mode.startsWith('100') ? 'file' : 'other';
}

function foldersOf(files: readonly TreeFile[]): ReadonlyMap<string, readonly FileEntry[]> {
  const folders = new Map<string, Map<string, FileEntry>>([['', new Map()]]);
  for (const { path, entry } of files) addEntry(folders, parentOf(path), entry);
  return new Map(
    [...folders].map(([folder, entries]) => [
      folder,
      [...entries.values()].sort((one, two) => (one.name < two.name ? -1 : 1)),
    ]),
  );
}

function addEntry(folders: Map<string, Map<string, FileEntry>>, folder: string, entry: FileEntry): void {
  const known = folders.get(folder);
  if (known !== undefined) return void known.set(entry.name, entry);
  folders.set(folder, new Map([[entry.name, entry]]));
  addEntry(folders, parentOf(folder), { name: folder.slice(folder.lastIndexOf('/') + 1), kind: 'folder', size: 0 });
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Reads ahead in the order of the listing, a folder at least: one git call for each file would take minutes on a large tree. */
function blobReader(folder: string, ref: string, listed: readonly TreeFile[]): FileTree['read'] {
  const files = listed.filter(({ entry }) => entry.kind === 'file');
  const indexes = new Map(files.map(({ path }, index) => [joinPath('', path), index]));
  let held: ReadonlyMap<string, Uint8Array> = new Map();
  let window = FIRST_WINDOW;
  return (path) => {
    const index = indexes.get(path);
    const file = index === undefined ? undefined : files[index];
    if (index === undefined || file === undefined)
      throw new Failure('unavailable', `There is no file "${path}" in "${ref}"`);
    if (!held.has(file.hash)) {
      held = readBlobs(folder, [file.hash, ...ahead(files, index, window)]);
      window = Math.min(window * 2, LAST_WINDOW);
    }
    const bytes = held.get(file.hash);
    if (bytes === undefined) throw new Failure('unavailable', `File "${path}" of "${ref}" is not in this clone`);
    return bytes;
  };
}

/** Hashes of the files of the same folder and of those behind them, as long as they fit. Large ones wait until they are asked for. */
function ahead(files: readonly TreeFile[], index: number, window: number): string[] {
  const folder = parentOf(files[index]?.path ?? '');
  let from = index;
  while (from > 0 && parentOf(files[from - 1]?.path ?? '') === folder) from -= 1;
  const hashes: string[] = [];
  let bytes = 0;
  for (const file of files.slice(from, from + 10_000)) {
    if (file.entry.size > LAST_WINDOW / 2) continue;
    bytes += file.entry.size;
    if (bytes > LAST_WINDOW || (bytes > window && parentOf(file.path) !== folder)) break;
    hashes.push(file.hash);
  }
  return hashes;
}
