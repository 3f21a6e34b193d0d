import {
  arrayMember,
  isArray,
  isObject,
  member,
  stringMember,
  type Json,
  type JsonArray,
  type JsonObject,
} from '../../domain/json.ts';
import { resolveReference } from '../../domain/operation.ts';
import { bounded, LIMITS, nameText } from './bounded.ts';
import type { Bounded } from './view-model.ts';

/** The type of a parameter or schema in words: `string`, `list of integer`, `string · date-time`, `object`. */
export function typeOf(openapi: JsonObject, schema: Json | undefined): string {
  let value = schema;
  let prefix = '';
  for (let level = 0; level < LIMITS.depth && isList(value); level += 1) {
    prefix += 'list of ';
    ({ value } = resolveReference(openapi, member(value, 'items'), ''));
  }
  return prefix + plainType(value);
}

/** A value as a maker would type it: only what fits a line, a list or an object is named and not written out. */
export function valueText(value: Json): string;
export function valueText(value: Json | undefined): string | undefined;
export function valueText(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value === '' ? '""' : nameText(value);
  if (isArray(value)) return listText(value);
  return isObject(value) ? 'an object' : String(value);
}

/** The values of `enum`, with the names that `x-ms-enum-values` gives them. */
export function choicesOf(schema: Json | undefined): Bounded<string> {
  const names = displayNames(schema);
  const { shown, more } = bounded(arrayMember(schema, 'enum') ?? [], LIMITS.choices);
  return { shown: shown.map((value) => [valueText(value), names.get(value) ?? ''].filter(Boolean).join(' · ')), more };
}

function isList(schema: Json | undefined): boolean {
  return stringMember(schema, 'type') === 'array' || member(schema, 'items') !== undefined;
}

function plainType(schema: Json | undefined): string {
  if (schema === undefined) return 'any';
  const type = stringMember(schema, 'type') ?? (isObject(member(schema, 'properties')) ? 'object' : 'any');
  const format = stringMember(schema, 'format');
  return nameText(format === undefined ? type : `${type} · ${format}`);
}

/** A short list of plain values is written out. */
function listText(values: JsonArray): string {
  const isShort = values.length <= 5 && !values.some((value) => isObject(value) || isArray(value));
  return isShort ? nameText(`[${values.map(valueText).join(', ')}]`) : `a list of ${values.length}`;
}

function displayNames(schema: Json | undefined): ReadonlyMap<Json, string> {
  const names = new Map<Json, string>();
  for (const entry of (arrayMember(schema, 'x-ms-enum-values') ?? []).slice(0, 1000)) {
    const value = member(entry, 'value');
    const name = stringMember(entry, 'displayName');
    if (value !== undefined && name !== undefined && name !== value) names.set(value, nameText(name));
  }
  return names;
}
