import { Failure } from '../domain/failure.ts';
import type { FileEntry, FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';

/** The entries of a folder; undefined when there is no such folder. */
export type EntriesOf = (folder: string) => readonly FileEntry[] | undefined;

/** Lists each folder once. One that cannot be listed is reported and counts as empty: it must not look like one that is not there. */
export function rememberedEntries(tree: FileTree, report: (finding: Finding) => void): EntriesOf {
  const known = new Map<string, readonly FileEntry[] | undefined>();
  return (folder) => {
    if (!known.has(folder)) known.set(folder, listed(tree, folder, report));
    return known.get(folder);
  };
}

function listed(tree: FileTree, folder: string, report: (finding: Finding) => void): readonly FileEntry[] | undefined {
  try {
    return tree.entries(folder === '.' ? '' : folder);
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    report({ code: 'file/not-readable', at: { file: folder === '' ? '.' : folder }, message: cause.message });
    return [];
  }
}
