import type { Connector } from '../../src/domain/connector.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';

export const GOLDEN = 'diagnostics.txt';

/** The connector of a fixture's folder, without the golden file beside it. */
export function loadFixture(folder: string): Connector {
  const [connector, ...others] = loadTree(fixtureTree(folder), ['']).connectors;
  if (connector === undefined || others.length > 0) throw new Error(`${folder} is not one connector`);
  return connector;
}

/** All of a fixture's folder: one connector, several for a rule that compares them, or a whole tree with its registry.yaml. */
export function fixtureTree(folder: string): FileTree {
  const tree = diskTree(folder);
  return { ...tree, name: 'pets', entries: (path) => tree.entries(path)?.filter(({ name }) => name !== GOLDEN) };
}
