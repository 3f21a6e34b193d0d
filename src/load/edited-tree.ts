import { joinPath, type FileEntry, type FileTree } from '../domain/file-tree.ts';

/** What a file of a tree is to hold, and to be called. */
export interface NewFile {
  /** In the same folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A tree as it would be with other bytes and names in some files, by their present paths. */
export function editedTree(tree: FileTree, edited: ReadonlyMap<string, NewFile>): FileTree {
  const byNewPath = new Map([...edited.values()].map((file) => [file.path, file]));
  const entryOf = (folder: string, entry: FileEntry): FileEntry => {
    const file = edited.get(joinPath(folder, entry.name));
    if (file === undefined) return entry;
    return { ...entry, name: file.path.slice(file.path.lastIndexOf('/') + 1), size: file.bytes.byteLength };
  };
  return {
    ...tree,
    entries: (folder) =>
      tree
        .entries(folder)
        ?.map((entry) => entryOf(folder, entry))
        .sort((one, two) => (one.name < two.name ? -1 : 1)),
    read: (path) => byNewPath.get(path)?.bytes ?? tree.read(path),
  };
}
