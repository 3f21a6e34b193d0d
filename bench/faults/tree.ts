import type { FileTree } from '../../src/domain/file-tree.ts';
import { joinPath } from '../../src/domain/file-tree.ts';
import { memoryTree } from '../../test/load/memory-tree.ts';

/** What is in a tree, by path; `kinds` names what is no file. */
export interface Entries {
  readonly content: Readonly<Record<string, string | Uint8Array>>;
  readonly kinds: ReadonlyMap<string, 'link' | 'other'>;
}

export function treeOf({ content, kinds }: Entries): FileTree {
  const tree = memoryTree(content);
  return {
    ...tree,
    entries: (folder) =>
      tree.entries(folder)?.map((entry) => ({ ...entry, kind: kinds.get(joinPath(folder, entry.name)) ?? entry.kind })),
  };
}
