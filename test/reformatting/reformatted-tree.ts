import { nativeFromProperties } from '../../src/convert/native.ts';
import type { Connector } from '../../src/domain/connector.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { formatOf } from '../../src/places/locate.ts';
import type { LoadedTree } from '../../src/load/load-tree.ts';
import { cleanValue, withLineEnd, written, type Form } from './reformat-text.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Every file of the connectors of a tree, and registry.yaml. */
export function filesOf(tree: FileTree, loaded: LoadedTree): Files {
  const paths = new Set([...loaded.connectors.flatMap(({ files }) => files), ...loaded.texts.keys()]);
  return Object.fromEntries([...paths].map((path) => [path, tree.read(path)]));
}

/** The same files in another form. A text with a fault of its own gets other line ends only; what is no text stays. */
export function reformatted(files: Files, form: Form): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => reformattedFile(path, content, form)));
}

function reformattedFile(path: string, content: string | Uint8Array, form: Form): [string, string | Uint8Array] {
  const text = textOf(content);
  if (text === undefined || !/\.(json|ya?ml|md|csx)$/i.test(path)) return [path, content];
  const value = cleanValue(path, text);
  if (value === undefined) return [path, withLineEnd(text, form.lineEnd)];
  const renamed = form.toYaml === true ? path.replace(/(^|\/)openapi\.json$/, '$1openapi.yaml') : path;
  const format = formatOf(renamed) ?? 'json';
  // The comments at the top name the schema for editors: they say something.
  const comments = format === 'yaml' ? (/^(?:#.*\r?\n)*/.exec(text)?.[0] ?? '') : '';
  return [renamed, withLineEnd(comments, form.lineEnd) + written(value, format, form)];
}

function textOf(content: string | Uint8Array): string | undefined {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** The connectors in our own layout, each once, as openapi.json and connector.yaml. One that cannot be read is left out. */
export function asNative(connectors: readonly Connector[]): Files {
  const plain: Form = { name: 'native', indent: 2, lineEnd: '\n' };
  const files: Record<string, string | Uint8Array> = {};
  for (const { id, openapi, properties, icon, script, readme } of connectors) {
    const folder = `connectors/${id}`;
    if (openapi === undefined || properties === undefined || `${folder}/openapi.json` in files) continue;
    files[`${folder}/openapi.json`] = written(openapi.value, 'json', plain);
    files[`${folder}/connector.yaml`] = written(nativeFromProperties(properties.value), 'yaml', plain);
    if (icon !== undefined) files[`${folder}/icon.png`] = icon.bytes;
    if (script !== undefined) files[`${folder}/script.csx`] = script.text;
    if (readme !== undefined) files[`${folder}/README.md`] = readme.text;
  }
  return files;
}
