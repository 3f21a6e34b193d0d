import type { Connector } from '../../src/domain/connector.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { connectorFolders, loadTree } from '../../src/load/load-tree.ts';
import { materialOf, type Material } from './material.ts';
import { actionsIn } from './operation-sites.ts';

/** A connector of a tree that changes can be made to. */
export interface Chosen {
  readonly connector: Connector;
  readonly material: Material;
}

/** So many connectors, spread over a tree: each can be read and has two actions or more, so that one is left when one is removed. */
export function chooseConnectors(tree: FileTree, count: number): Chosen[] {
  const folders = connectorFolders(tree, ['']);
  const step = Math.max(1, folders.length / count);
  const taken = new Set<string>();
  return Array.from({ length: Math.min(count, folders.length) }, (_, index) => Math.floor(index * step)).flatMap(
    (start) => {
      // The next one that will do, where this one will not.
      for (const folder of folders.slice(start)) {
        const chosen = taken.has(folder) ? undefined : choose(tree, folder);
        if (chosen === undefined) continue;
        taken.add(folder);
        return [chosen];
      }
      return [];
    },
  );
}

function choose(tree: FileTree, folder: string): Chosen | undefined {
  const [connector] = loadTree(tree, [folder]).connectors;
  const material = connector === undefined ? undefined : materialOf(connector);
  return connector === undefined || material === undefined || actionsIn(material).length < 2
    ? undefined
    : { connector, material };
}
