import type { FileEntry, FileTree } from '../../src/domain/file-tree.ts';

/** A tree in memory: every path is a regular file. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const folders = new Map<string, Map<string, FileEntry>>([['', new Map()]]);
  for (const [path, content] of Object.entries(files)) {
    addEntry(folders, path, { kind: 'file', size: Buffer.from(content).length });
  }
  return {
    name: 'root',
    read: (path) => Buffer.from(files[path]!),
    entries: (folder) => {
      const entries = folders.get(folder);
      return entries && [...entries.values()].sort((one, two) => (one.name < two.name ? -1 : 1));
    },
  };
}

function addEntry(
  folders: Map<string, Map<string, FileEntry>>,
  path: string,
  entry: Pick<FileEntry, 'kind' | 'size'>,
): void {
  const cut = Math.max(0, path.lastIndexOf('/'));
  const [folder, name] = [path.slice(0, cut), path.slice(cut === 0 ? 0 : cut + 1)];
  if (!folders.has(folder)) {
    folders.set(folder, new Map());
    addEntry(folders, folder, { kind: 'folder', size: 0 });
  }
  folders.get(folder)!.set(name, { name, ...entry });
}
