import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { joinPath, type FileEntry, type FileTree } from '../domain/file-tree.ts';

/** The files below a folder on disk. Nothing is read before it is asked for, and no symbolic link below the root is followed. */
export function diskTree(root: string): FileTree {
  const absolute = resolve(root);
  const at = (path: string): string => (path === '' || path === '.' ? absolute : join(absolute, path));
  return {
    name: basename(absolute),
    entries: (folder) => listFolder(at(folder), folder),
    read: (path) => readRegular(at(path), path),
  };
}

function listFolder(folder: string, shown: string): readonly FileEntry[] | undefined {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if (isAbsent(cause)) return undefined;
    throw new Failure('unavailable', `Folder "${shown}" cannot be read (${codeOf(cause)})`, { cause });
  }
  return found.map((entry) => entryOf(folder, entry)).sort((one, two) => (one.name < two.name ? -1 : 1));
}

function entryOf(folder: string, entry: Dirent): FileEntry {
  const { name } = entry;
  if (entry.isDirectory()) return { name, kind: 'folder', size: 0 };
  if (entry.isSymbolicLink()) return { name, kind: 'link', size: 0 };
  if (!entry.isFile()) return { name, kind: 'other', size: 0 };
  // A file that vanished since is found missing again when it is read.
  return { name, kind: 'file', size: lstatSync(joinPath(folder, name), { throwIfNoEntry: false })?.size ?? 0 };
}

/** Opens without following a link and without waiting for a pipe's other end: the file may have been replaced since it was listed. */
function readRegular(path: string, shown: string): Uint8Array {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if (!fstatSync(file).isFile()) throw new Error('not a regular file');
    return readFileSync(file);
  } catch (cause) {
    throw new Failure('unavailable', `File "${shown}" cannot be read (${codeOf(cause)})`, { cause });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isAbsent(cause: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(cause));
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
