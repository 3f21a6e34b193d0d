import { dump } from 'js-yaml';
import { entriesOf, type JsonObject } from '../../domain/json.ts';

const HEADS: Readonly<Record<string, string>> = {
  publisher: 'Who publishes the connector, as makers see it.',
  stackOwner: 'Who runs the service behind it.',
  iconBrandColor: 'The colour behind the icon: the same as the background of icon.png.',
  capabilities: 'actions, triggers; "gateway" for services in a network of your own.',
  labels: 'Words by which targets in registry.yaml select connectors.',
  connection: 'What a maker enters or signs in to, to make a connection.',
  policies: 'What happens to requests and responses on their way.',
  script: 'Custom code, in script.csx.',
  microsoft: 'How the imported apiProperties.json was written, for an export.',
};

/** The order in which a person reads it. Everything else follows as it came. */
const ORDER = [
  'publisher',
  'stackOwner',
  'iconBrandColor',
  'capabilities',
  'labels',
  'connection',
  'policies',
  'script',
];

/**
 * The text of a new connector.yaml. `schema`: where editors find its schema, from the folder. What somebody wrote elsewhere is in the order
 * that it had there.
 */
export function manifestText(native: JsonObject, schema: string, order: 'readable' | 'authored' = 'readable'): string {
  const authored = Object.keys(native);
  const known = order === 'readable' ? ORDER.filter((key) => Object.hasOwn(native, key)) : [];
  const keys = [...known, ...authored.filter((key) => !known.includes(key))];
  if (keys.length === 0) return `# yaml-language-server: $schema=${schema}\n{}\n`;
  const parts = keys.map((key) => partText(key, native));
  const noConnection = Object.hasOwn(native, 'connection')
    ? []
    : ['# No "connection": the service asks for neither account nor key. "connectors edit" adds one.\n'];
  return [`# yaml-language-server: $schema=${schema}\n`, ...parts, ...noConnection].join('\n').replace(SHORT, '');
}

/** Short values stand together. */
const SHORT = /(?<=^(?:publisher|stackOwner|iconBrandColor|capabilities): [^\n]*\n)\n(?=#)/gm;

function partText(key: string, native: JsonObject): string {
  const head = HEADS[key];
  const value = Object.fromEntries(entriesOf(native).filter(([name]) => name === key));
  const isList = key === 'capabilities' || key === 'labels';
  const text = dump(value, { lineWidth: -1, noRefs: true, quoteStyle: 'double', ...(isList ? { flowLevel: 1 } : {}) });
  return `${head === undefined ? '' : `# ${head}\n`}${text}`;
}
