import { joinPath, type FileEntry } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import type { EntriesOf } from './tree-entries.ts';

/** The files of one connector's folder and below, and what is wrong with their names and kinds. */
export interface FolderFiles {
  /** From the root of the run, sorted. */
  readonly files: readonly string[];
  /** Bytes, by file. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

/** A folder of a connector that holds more files than this is a mistake; the rest is not listed. */
const MAX_FILES = 5000;

export function listFolderFiles(entriesOf: EntriesOf, folder: string): FolderFiles {
  const sizes = new Map<string, number>();
  const findings: Finding[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined && sizes.size < MAX_FILES; next = folders.pop()) {
    const entries = entriesOf(next) ?? [];
    findings.push(...entryFindings(next, entries), ...caseCollisions(next, entries));
    for (const entry of entries) {
      if (entry.kind === 'file') sizes.set(joinPath(next, entry.name), entry.size);
      else if (entry.kind === 'folder' && !isSkipped(entry.name)) folders.push(joinPath(next, entry.name));
    }
  }
  return { files: [...sizes.keys()].slice(0, MAX_FILES).sort(), sizes, findings };
}

/** Folders that are never looked into: hidden ones, and installed packages. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Links, which are never followed, and what is neither a file nor a folder. */
export function entryFindings(folder: string, entries: readonly FileEntry[]): Finding[] {
  return entries.flatMap(({ name, kind }): Finding[] => {
    const at = { file: joinPath(folder, name) };
    if (kind === 'link') return [symbolicLink(at.file)];
    if (kind !== 'other') return [];
    const message = `"${name}" is neither a file nor a folder and is not read`;
    return [{ code: 'file/not-readable', at, message, hint: 'Delete it, or put a file in its place' }];
  });
}

export function symbolicLink(path: string): Finding {
  return {
    code: 'file/symbolic-link',
    at: { file: path },
    message: `"${path}" is a symbolic link, which is never followed`,
    hint: 'Put the file or folder itself in its place',
  };
}

/** Names that are one name on Windows and macOS, where one of the files would hide the other. */
export function caseCollisions(folder: string, entries: readonly FileEntry[]): Finding[] {
  const groups = Map.groupBy(entries, ({ name }) => name.normalize('NFC').toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ name }): Finding => ({
      code: 'file/case-collision',
      at: { file: joinPath(folder, name) },
      message: `"${name}" and "${first?.name}" are one name where case does not count`,
      hint: 'Delete or rename one of the two',
      related: [{ at: { file: joinPath(folder, first?.name ?? '') }, message: 'The other one' }],
    })),
  );
}
