import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import type { Mended } from '../../src/domain/mended.ts';
import { PROFILES, type Profile } from '../../src/domain/registry-file.ts';
import { ruleRow } from '../../src/domain/rule-codes.ts';
import { checkTree } from '../../src/app/check-tree.ts';
import { mend } from '../../src/app/mend.ts';
import { newFilesOf } from '../../src/app/settle.ts';
import type { EditedFile } from '../../src/fix/edited-files.ts';
import { editedTree } from '../../src/load/edited-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';

export const TODAY = '2027-01-31';

export interface MendedTree {
  readonly files: readonly EditedFile[];
  readonly mended: readonly Mended[];
  /** As the tree would be. */
  readonly after: FileTree;
}

/** Mends every connector of a tree, and its registry.yaml, in memory. */
export function mendTree(
  tree: FileTree,
  profile: Profile,
  wanted: (diagnostic: Diagnostic) => boolean = () => true,
  paths: readonly string[] = [''],
): MendedTree {
  const judging = { profile, today: TODAY };
  const connectors = [undefined, ...loadTree(tree, paths).connectors];
  const done = connectors.map((connector) => mend(tree, connector, judging, wanted));
  const files = done.flatMap((one) => one.files);
  return { files, mended: done.flatMap((one) => one.mended), after: editedTree(tree, newFilesOf(files)) };
}

export function findingsIn(tree: FileTree, profile: Profile): readonly Diagnostic[] {
  return checkTree(tree, [''], { profile, today: TODAY }).diagnostics;
}

/** The first profile in which a code is judged. */
export function profileFor(code: string): Profile {
  return PROFILES.find((profile) => ruleRow(code)?.severity[profile] !== 'off') ?? 'base';
}

/** Files of memory as a tree. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  return {
    name: 'pets',
    entries: (folder) =>
      folder === '' || folder === '.'
        ? [...bytes].map(([name, { length }]) => ({ name, kind: 'file' as const, size: length }))
        : undefined,
    read: (path) => bytes.get(path) ?? Buffer.alloc(0),
  };
}
