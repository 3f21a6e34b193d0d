import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../src/domain/json.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { connectorFolders, loadTree } from '../../src/load/load-tree.ts';
import { parseJson } from '../../src/load/parse-json.ts';

/** A real connector, ready to be written again. */
export interface Sample {
  readonly folder: string;
  readonly openapi: JsonObject;
  /** The content of apiProperties.json. */
  readonly properties: JsonObject;
  /** Icon, readme and what else is in the folder, by name. */
  readonly others: ReadonlyMap<string, Uint8Array>;
  /** What one level is indented by. */
  readonly indent: string;
  readonly lineEnd: '\n' | '\r\n';
}

/** Larger ones would be too large with a fault added to them. */
const LARGEST = 600 * 1024;

/** The connectors below a path that can be written again as they are: two documents without a fault of their own, not all on one line. */
export function samplesIn(root: string): Sample[] {
  const tree = diskTree(root);
  return connectorFolders(tree, ['']).flatMap((folder) => {
    const names = readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    return (names.includes('connector.yaml') ? fromNative(root, folder) : fromMicrosoft(root, folder, names)) ?? [];
  });
}

function fromMicrosoft(root: string, folder: string, names: readonly string[]): Sample | undefined {
  const [definition, properties] = ['apiDefinition.swagger.json', 'apiProperties.json'];
  const read = (name: string): Buffer => readFileSync(join(root, folder, name));
  if (!names.includes(definition) || !names.includes(properties)) return undefined;
  const bytes = read(definition);
  const text = bytes.toString('utf8');
  const openapi = objectIn(text);
  const about = objectIn(read(properties).toString('utf8'));
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text)?.[1];
  if (openapi === undefined || about === undefined || indent === undefined || bytes.length > LARGEST) return undefined;
  const others = names.filter((name) => name !== definition && name !== properties);
  return {
    folder,
    openapi,
    properties: about,
    others: new Map(others.map((name) => [name, read(name)])),
    indent,
    lineEnd: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** A connector in our own layout, as it would be in Microsoft's. */
function fromNative(root: string, folder: string): Sample | undefined {
  const [connector] = loadTree(diskTree(root), [folder]).connectors;
  const { openapi, properties, icon, script, readme } = connector ?? {};
  if (openapi === undefined || properties === undefined) return undefined;
  const others = [
    ...(icon === undefined ? [] : [['icon.png', icon.bytes] as const]),
    ...(script === undefined ? [] : [['script.csx', new TextEncoder().encode(script.text)] as const]),
    ...(readme === undefined ? [] : [['README.md', new TextEncoder().encode(readme.text)] as const]),
  ];
  return {
    folder,
    openapi: openapi.value,
    properties: { properties: properties.value },
    others: new Map(others),
    indent: '  ',
    lineEnd: '\n',
  };
}

function objectIn(text: string): JsonObject | undefined {
  const { value, findings } = parseJson('', text);
  return findings.length === 0 && !text.startsWith('\u{feff}') && isObject(value) ? value : undefined;
}
