import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Destination } from './destination.ts';
import { writeMerged } from './write-merged.ts';

/** Writes a connector's files anew into its folder; a definition of another name goes, anything else that lies there stays. */
export function overwriteFolder(
  { root, folder, absolute }: Destination,
  files: ReadonlyMap<string, Uint8Array>,
  former: ReadonlyMap<string, Uint8Array>,
): void {
  const changed = new Map([...files].filter(([name, bytes]) => !isSame(former.get(name), bytes)));
  writeMerged({ root, folder, changed, former });
  for (const name of staleFiles(files, former)) rmSync(join(absolute, name));
}

/** Names of definitions that new files take the place of: two definitions are none. */
export function staleFiles(files: ReadonlyMap<string, Uint8Array>, former: ReadonlyMap<string, Uint8Array>): string[] {
  return [...former.keys()].filter(
    (name) => /^(?:openapi\.(?:ya?ml|json)|connector\.yml)$/.test(name) && !files.has(name),
  );
}

function isSame(one: Uint8Array | undefined, two: Uint8Array): boolean {
  return one !== undefined && Buffer.from(one).equals(two);
}
