import { connectorFromRevision } from '../../src/load/from-revision.ts';
import type { Connector } from '../../src/domain/connector.ts';
import { deriveConnectorId } from '../../src/domain/connector-id.ts';

/** JSON that may be changed. */
export type Value = null | boolean | number | string | Value[] | Tree;
export interface Tree {
  [key: string]: Value;
}

/** A connector to make pairs from. */
export interface Material {
  id: string;
  folder: string;
  formerNames: string[];
  openapi: Tree;
  properties: Tree;
  icon: string;
  script: string | undefined;
  readme: string;
}

/** Makes of a connector what the change needs, which both sides have then, and gives the change. */
export type Edit = (material: Material) => () => void;

export interface Sides {
  readonly before: Connector;
  readonly after: Connector;
}

/** Two versions of which the newer one has the change and nothing else. */
export function sidesOf(material: Material, edit: Edit): Sides {
  const after = structuredClone(material);
  const change = edit(after);
  const before = structuredClone(after);
  change();
  return { before: connectorOf(before), after: connectorOf(after) };
}

export function connectorOf({
  id,
  folder,
  formerNames,
  openapi,
  properties,
  icon,
  script,
  readme,
}: Material): Connector {
  const connector = connectorFromRevision(deriveConnectorId(id), {
    openapi,
    properties,
    icon: Buffer.from(icon),
    readme,
    ...(script === undefined ? {} : { script }),
  });
  return { ...connector, folder, manifest: { ...connector.manifest, formerNames } };
}

/** What can be made of a connector that was read; undefined when it has no definition. The copy shares nothing, not even with itself. */
export function materialOf(connector: Connector): Material | undefined {
  if (connector.openapi === undefined) return undefined;
  return {
    id: connector.id,
    folder: connector.folder,
    formerNames: [],
    openapi: copy(connector.openapi.value),
    properties: copy(connector.properties?.value ?? {}),
    icon: 'icon',
    script: connector.script?.text,
    readme: connector.readme?.text ?? '',
  };
}

function copy(value: unknown): Tree {
  return JSON.parse(JSON.stringify(value)) as Tree;
}

export function isTree(value: Value | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The object at a key, which is made when it is not there. */
export function treeAt(holder: Tree, key: string): Tree {
  const found = holder[key];
  if (isTree(found)) return found;
  const made: Tree = {};
  holder[key] = made;
  return made;
}

/** The list at a key, which is made when it is not there. */
export function listAt(holder: Tree, key: string): Value[] {
  const found = holder[key];
  if (Array.isArray(found)) return found;
  const made: Value[] = [];
  holder[key] = made;
  return made;
}

/** Gives a key another name and leaves it where it is. */
export function renameKey(holder: Tree, from: string, to: string): void {
  const entries = Object.entries(holder);
  for (const [key] of entries) delete holder[key];
  for (const [key, value] of entries) holder[key === from ? to : key] = value;
}
