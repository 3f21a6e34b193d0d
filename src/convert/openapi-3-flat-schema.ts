import { arrayMember, entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion } from './openapi-3-conversion.ts';
import { resolved } from './openapi-3-references.ts';
import { isNull } from './openapi-3-unions.ts';
import { quoted } from './openapi-3-wording.ts';

/** A schema with references followed and `allOf` folded in, for places of 2.0 that take neither. */
export interface FlatSchema {
  readonly keys: ReadonlyMap<string, SourcedKey>;
  readonly properties: ReadonlyMap<string, SourcedKey>;
  /** The names of required fields, with the places that say so. */
  readonly required: ReadonlyMap<string, Pointer>;
}

export interface SourcedKey {
  readonly value: Json;
  readonly from: Pointer;
}

/** Folding that goes on for longer than this is not a person's. */
const MOST_PARTS = 1000;

/** What came first wins, so a schema's own keys do. Alternatives are refused, except one beside null. */
export function flatSchema(conversion: Conversion, schema: Json | undefined, pointer: Pointer): FlatSchema {
  const keys = new Map<string, SourcedKey>();
  const properties = new Map<string, SourcedKey>();
  const required = new Map<string, Pointer>();
  const parts: { readonly value: Json | undefined; readonly from: Pointer }[] = [{ value: schema, from: pointer }];
  for (let count = 0; count < parts.length && count < MOST_PARTS; count += 1) {
    const part = parts[count];
    if (part === undefined || part.value === undefined) continue;
    // Since 3.1 keys beside a reference count.
    const siblings = conversion.siblingsCount && member(part.value, '$ref') !== undefined ? part : undefined;
    const plain = siblings === undefined ? part.value : { $ref: member(part.value, '$ref') ?? null };
    const { value, from } = resolved(conversion, plain, part.from);
    if (!isObject(value)) continue;
    for (const [key, entry] of entriesOf(value))
      addKey({ conversion, keys, properties, required }, key, { value: entry, from: child(from, key) });
    parts.push(...innerParts(conversion, value, from));
    if (siblings !== undefined) addSiblings(keys, part.value, part.from);
  }
  return { keys, properties, required };
}

interface Folded {
  readonly conversion: Conversion;
  readonly keys: Map<string, SourcedKey>;
  readonly properties: Map<string, SourcedKey>;
  readonly required: Map<string, Pointer>;
}

const INNER = new Set(['allOf', 'oneOf', 'anyOf', '$ref']);

function addKey({ conversion, keys, properties, required }: Folded, key: string, sourced: SourcedKey): void {
  if (key === 'properties')
    for (const [name, value] of entriesOf(sourced.value)) {
      if (properties.has(name)) loseSecond(conversion, name, child(sourced.from, name));
      else properties.set(name, { value, from: child(sourced.from, name) });
    }
  else if (key === 'required' && isArray(sourced.value))
    for (const [index, name] of sourced.value.entries()) {
      if (typeof name === 'string') required.set(name, child(sourced.from, index));
    }
  else if (!INNER.has(key) && keys.has(key)) loseSecond(conversion, key, sourced.from);
  else if (!INNER.has(key)) keys.set(key, sourced);
}

/** What a folded schema says again; its words never count twice. */
function loseSecond(conversion: Conversion, key: string, from: Pointer): void {
  if (!['type', 'title', 'description'].includes(key))
    conversion.lose(from, key, `${quoted(key)} is said twice here, and only the first counts`);
}

function addSiblings(keys: Map<string, SourcedKey>, holder: Json, from: Pointer): void {
  for (const [key, value] of entriesOf(holder)) if (!INNER.has(key)) keys.set(key, { value, from: child(from, key) });
}

function innerParts(conversion: Conversion, schema: JsonObject, from: Pointer): { value: Json; from: Pointer }[] {
  const all = (arrayMember(schema, 'allOf') ?? []).map((value, index) => ({
    value,
    from: child(from, 'allOf', index),
  }));
  const either = (['oneOf', 'anyOf'] as const).flatMap((key) => onlyAlternative(conversion, schema, key, from));
  return [...all, ...either];
}

function onlyAlternative(
  conversion: Conversion,
  schema: JsonObject,
  key: 'oneOf' | 'anyOf',
  from: Pointer,
): { value: Json; from: Pointer }[] {
  const list = arrayMember(schema, key) ?? [];
  const alternatives = list.map((value, index) => ({ value, from: child(from, key, index) }));
  const real = alternatives.filter(({ value }) => !isNull(value));
  if (real.length > 1) {
    const message = `"${key}" with ${real.length} alternatives cannot be said of a parameter in OpenAPI 2.0`;
    conversion.refuse(child(from, key), key, message, 'Choose the type that makers should fill in');
    return [];
  }
  const nulls = real.length < list.length ? [{ value: { nullable: true }, from: child(from, key) }] : [];
  return [...real, ...nulls];
}
