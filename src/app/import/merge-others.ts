import { joinPath, type FileTree } from '../../domain/file-tree.ts';
import { RECORD_FILE, shortHash } from './import-record.ts';

export interface MergedOthers {
  /** New bytes by name. */
  readonly changed: ReadonlyMap<string, Uint8Array>;
  /** What was there, by name. */
  readonly former: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly string[];
}

interface Place {
  readonly tree: FileTree;
  readonly folder: string;
}

/**
 * The files that are one value each, such as the icon and the readme: one that nobody touched follows the import, one that was edited or
 * deleted by hand stays so. `before`: hashes of what the last import wrote, by name.
 */
export function mergeOthers(
  { tree, folder }: Place,
  before: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, Uint8Array>,
): MergedOthers {
  const changed = new Map<string, Uint8Array>();
  const former = new Map<string, Uint8Array>();
  const notes: string[] = [];
  const present = new Set(tree.entries(folder)?.map(({ name }) => name));
  for (const [name, bytes] of fresh) {
    const mine = present.has(name) ? tree.read(joinPath(folder, name)) : undefined;
    if (mine !== undefined) former.set(name, mine);
    const known = name === RECORD_FILE ? hashOf(mine) : before.get(name);
    if (hashOf(mine) === shortHash(bytes)) continue;
    // Deleted by hand, or there for the first time.
    if (mine === undefined ? known === undefined : hashOf(mine) === known) changed.set(name, bytes);
    else if (mine !== undefined && known !== shortHash(bytes)) {
      notes.push(`${name} was edited by hand and stays; the import would write another one now`);
    }
  }
  return { changed, former, notes };
}

function hashOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : shortHash(bytes);
}
