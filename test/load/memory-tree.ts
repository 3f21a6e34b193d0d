import type { FileEntry, FileTree } from '../../src/domain/file-tree.ts';

/** A tree in memory: every path is a regular file. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const bytesOf = (path: string): Uint8Array => Buffer.from(files[path]!);
  return {
    name: 'root',
    read: bytesOf,
    entries: (folder) => {
      const prefix = folder === '' ? '' : `${folder}/`;
      const below = Object.keys(files).filter((path) => path.startsWith(prefix));
      if (folder !== '' && below.length === 0) return undefined;
      const entries = new Map<string, FileEntry>();
      for (const path of below) {
        const [name = '', ...rest] = path.slice(prefix.length).split('/');
        const isFile = rest.length === 0;
        entries.set(name, { name, kind: isFile ? 'file' : 'folder', size: isFile ? bytesOf(path).length : 0 });
      }
      return [...entries.values()].sort((one, two) => (one.name < two.name ? -1 : 1));
    },
  };
}
