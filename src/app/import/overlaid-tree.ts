import { type FileEntry, type FileTree } from '../../domain/file-tree.ts';

/**
 * A tree as it would be with one more folder of plain files, or with a folder's files replaced by these. With `kept` what else is in the
 * folder stays.
 */
export function overlaidTree(
  tree: FileTree,
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  kept: 'kept' | 'gone' = 'gone',
): FileTree {
  const segments = folder.split('/');
  const others = kept === 'gone' ? [] : (tree.entries(folder) ?? []).filter(({ name }) => !files.has(name));
  return {
    ...tree,
    entries: (path) => {
      const normal = path === '.' ? '' : path;
      if (normal === folder) {
        return [...others, ...[...files].map(([name, bytes]) => entryOf(name, 'file', bytes.length))].sort(byName);
      }
      const depth = normal === '' ? 0 : normal.split('/').length;
      const isAbove = segments.slice(0, depth).join('/') === normal && depth < segments.length;
      return isAbove ? withEntry(tree.entries(path) ?? [], segments[depth] ?? '') : tree.entries(path);
    },
    read: (path) => {
      const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
      return (name === undefined ? undefined : files.get(name)) ?? tree.read(path);
    },
  };
}

function withEntry(entries: readonly FileEntry[], name: string): readonly FileEntry[] {
  if (entries.some((entry) => entry.name === name)) return entries;
  return [...entries, entryOf(name, 'folder', 0)].sort(byName);
}

function entryOf(name: string, kind: 'file' | 'folder', size: number): FileEntry {
  return { name, kind, size };
}

function byName(one: FileEntry, two: FileEntry): number {
  return one.name < two.name ? -1 : 1;
}
