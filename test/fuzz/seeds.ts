import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../src/domain/json.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { connectorFolders, loadTree } from '../../src/load/load-tree.ts';
import type { Files } from './judge-files.ts';

/** A real connector to break: its files as they are, and its documents as values; empty objects for what cannot be read. */
export interface Seed {
  readonly files: Files;
  readonly openapi: Json;
  readonly properties: Json;
}

/** Reads a connector when it is wanted. */
export type ReadSeed = () => Seed;

/** The connectors of a tree, each as the only one of a folder `connector/`. They are read again each time: all at once would hide a leak. */
export function seedsIn(root: string): ReadSeed[] {
  return connectorFolders(diskTree(root), ['']).map((folder) => () => readSeed(root, folder));
}

function readSeed(root: string, folder: string): Seed {
  const [connector] = loadTree(diskTree(root), [folder]).connectors;
  const names = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map(({ name }) => [`connector/${name}`, readFileSync(join(root, folder, name))] as const);
  return {
    files: Object.fromEntries(files),
    openapi: connector?.openapi?.value ?? {},
    properties: connector?.properties?.value ?? {},
  };
}
