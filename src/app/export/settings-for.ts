import { isObject, type Json, type JsonObject } from '../../domain/json.ts';
import { isSameJson } from '../../fix/same-json.ts';
import { parseJson } from '../../load/parse-json.ts';
import type { Exportable } from './exportable.ts';
import { fileIn } from './file-in.ts';

/** What settings.json calls the files, and how they are told from others. */
const FILES: readonly (readonly [key: string, file: RegExp])[] = [
  ['apiDefinition', /^apiDefinition\./],
  ['apiProperties', /^apiProperties\./],
  ['icon', /^icon\./],
  ['script', /^script\./],
];

/** The settings.json beside a connector, with the names that its files have now; undefined when there is none that can be read. */
export function settingsFor({ connector, read }: Exportable, names: readonly string[]): Uint8Array | undefined {
  const file = fileIn(connector, /^settings\.json$/i);
  if (file === undefined) return undefined;
  const bytes = read(file);
  const { value } = parseJson(file, connector.texts.get(file) ?? '');
  if (!isObject(value)) return undefined;
  const named = withNames(value, names);
  return isSameJson(value, named) ? bytes : Buffer.from(`${JSON.stringify(named, null, 2)}\n`);
}

function withNames(settings: JsonObject, names: readonly string[]): JsonObject {
  const now = new Map<string, Json | undefined>(
    FILES.map(([key, file]) => [key, names.find((name) => file.test(name))]),
  );
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [key, typeof value === 'string' ? (now.get(key) ?? value) : value]),
  );
}
