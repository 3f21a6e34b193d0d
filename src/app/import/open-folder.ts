import type { Connector, OpenApiPart, TreePart } from '../../domain/connector.ts';
import { Failure } from '../../domain/failure.ts';
import type { FileTree } from '../../domain/file-tree.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { layoutOf } from '../../load/layouts.ts';
import { loadTree } from '../../load/load-tree.ts';
import { unreadableWhy } from '../unreadable-why.ts';

/** A folder of Microsoft's form whose two documents can be read. Paths of its files are plain names. */
export interface OpenedFolder {
  readonly tree: FileTree;
  readonly connector: Connector;
  readonly openapi: OpenApiPart;
  readonly properties: TreePart;
}

/** @throws Failure (`usage`) that says why the folder is no connector of that form, or which file cannot be read, and where. */
export function openFolder(path: string, shown: string): OpenedFolder {
  const tree = diskTree(path);
  const layout = layoutOf(tree.entries('') ?? []);
  if (layout?.name !== 'microsoft') throw layout === undefined ? noConnector(tree, shown) : alreadyNative(shown);
  const [connector] = loadTree(tree, ['']).connectors;
  const { openapi, properties } = connector ?? {};
  if (connector !== undefined && openapi !== undefined && properties !== undefined) {
    return { tree, connector, openapi, properties };
  }
  const { why, hint } = connector === undefined ? { why: 'it is empty' } : unreadableWhy(connector);
  throw new Failure('usage', `"${shown}" cannot be imported: ${why}`, hint === undefined ? {} : { hint });
}

function alreadyNative(shown: string): Failure {
  return new Failure('usage', `"${shown}" is a folder of our own form already`, {
    hint: 'Copy it to "connectors", and run "connectors validate"',
  });
}

const NAMED = 3;

function noConnector(tree: FileTree, shown: string): Failure {
  const below = (tree.entries('') ?? []).filter(
    ({ name, kind }) => kind === 'folder' && layoutOf(tree.entries(name) ?? []) !== undefined,
  );
  const some = below.slice(0, NAMED).map(({ name }) => `"${name}"`);
  const hint =
    below.length === 0
      ? 'A connector of Microsoft’s form is a folder with apiDefinition.swagger.json and apiProperties.json'
      : `Import what is in it one by one: ${some.join(', ')}${below.length > NAMED ? ' ...' : ''}`;
  return new Failure('usage', `"${shown}" is no connector`, { hint });
}
