import { resolve } from 'node:path';
import { existsSync } from 'node:fs';
import type { Connector } from '../../domain/connector.ts';
import { parseConnectorId } from '../../domain/connector-id.ts';
import { Failure } from '../../domain/failure.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { layoutOf } from '../../load/layouts.ts';
import { loadTree } from '../../load/load-tree.ts';
import { shownPath, treeGroups } from '../tree-groups.ts';

/** A connector on disk, and the bytes of its files. */
export interface Exportable {
  readonly connector: Connector;
  /** Its folder as a person is told. */
  readonly shown: string;
  /** The bytes of one of its files, by its path in the connector. @throws Failure (`unavailable`) */
  readonly read: (file: string) => Uint8Array;
}

/**
 * The connectors that names, folders, or trees of folders mean; a name is that of a folder in `connectors`.
 * @throws Failure (`usage`) for what is not there, (`nothing-to-check`) when there is no connector in it.
 */
export function findExportables(workingFolder: string, named: readonly string[]): Exportable[] {
  const paths = named.map((one) => pathOf(workingFolder, one));
  const found = treeGroups(workingFolder, paths).flatMap((group) => {
    const tree = diskTree(group.root);
    return loadTree(tree, group.paths).connectors.map((connector) => ({
      isThere: layoutOf(tree.entries(connector.folder) ?? []) !== undefined,
      exportable: { connector, shown: shownPath(group, connector.folder), read: tree.read },
    }));
  });
  // A folder beside connectors that holds none counts as one that lost its files: alone it is nothing to export.
  if (found.some(({ isThere }) => isThere)) return found.map(({ exportable }) => exportable);
  throw new Failure('nothing-to-check', `There is no connector in ${named.map((one) => `"${one}"`).join(', ')}`);
}

/** A folder of this name counts before a connector of this name. */
function pathOf(workingFolder: string, named: string): string {
  if (parseConnectorId(named) === undefined || existsSync(resolve(workingFolder, named))) return named;
  return existsSync(resolve(workingFolder, 'connectors', named)) ? `connectors/${named}` : named;
}
