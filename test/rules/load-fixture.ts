import type { Connector } from '../../src/domain/connector.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';

export const GOLDEN = 'diagnostics.txt';

/** The connector of a fixture's folder, without the golden file beside it. */
export function loadFixture(folder: string): Connector {
  const [connector, ...others] = loadFixtureTree(folder);
  if (connector === undefined || others.length > 0) throw new Error(`${folder} is not one connector`);
  return connector;
}

/** The connectors of a fixture for a rule that compares them; one, for most rules. */
export function loadFixtureTree(folder: string): readonly Connector[] {
  return loadTree(withoutGolden(diskTree(folder)), ['']).connectors;
}

function withoutGolden(tree: FileTree): FileTree {
  return { ...tree, name: 'pets', entries: (folder) => tree.entries(folder)?.filter(({ name }) => name !== GOLDEN) };
}
