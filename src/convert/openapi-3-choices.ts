import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Sourced } from './openapi-3-conversion.ts';

/** A place where a schema offers alternatives: one of them holds, or several, or each under a condition. */
export interface Choice {
  /** What it is called in the report. */
  readonly key: string;
  /** Where it is written: at one place, or at one for each part. */
  readonly from: Pointer;
  readonly places: readonly Pointer[];
  /** Without those that only allow null. */
  readonly alternatives: readonly Sourced[];
  /** Whether one of the alternatives is null. */
  readonly nullable: boolean;
  /** Whether it speaks of some values only, so that what it says may be left unsaid. */
  readonly conditional: boolean;
}

/** The key of alternatives that no key of the source holds. */
export const GATHERED = 'alternatives';

/** Keys that hold alternatives. */
export const CHOICE_KEYS: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'if', 'then', 'else', 'dependentSchemas']);

/** The choices of a schema, in the order of its keys. */
export function choicesOf(conversion: Conversion, schema: JsonObject, from: Pointer): Choice[] {
  if (!hasChoices(schema)) return [];
  return entriesOf(schema).flatMap(([key, value]): Choice[] => {
    const at = child(from, key);
    if (key === 'oneOf' || key === 'anyOf') return listed(conversion, key, value, at);
    if (key === 'if') return [condition(schema, from)];
    return key === 'dependentSchemas' ? dependent(value, at) : [];
  });
}

/** Hardly any schema has one: the others are not looked into further. */
function hasChoices(schema: JsonObject): boolean {
  for (const key in schema) if (CHOICE_KEYS.has(key)) return true;
  return false;
}

export function isNull(schema: Json): boolean {
  const type = member(schema, 'type');
  return type === 'null' || (isArray(type) && type.length === 1 && type[0] === 'null');
}

function listed(conversion: Conversion, key: string, value: Json, at: Pointer): Choice[] {
  if (!isArray(value)) return [];
  const places = conversion.placesOf(value);
  const all = value.map((schema, index) => ({ value: schema, from: places?.[index] ?? child(at, index) }));
  const alternatives = all.filter((one) => !isNull(one.value));
  const nullable = alternatives.length < all.length;
  if (places === undefined) return [{ key, from: at, places: [at], alternatives, nullable, conditional: false }];
  return [{ key: GATHERED, from: places[0] ?? at, places, alternatives, nullable, conditional: false }];
}

function condition(schema: JsonObject, from: Pointer): Choice {
  const alternatives = ['then', 'else'].flatMap((key) => {
    const value = member(schema, key);
    return value === undefined ? [] : [{ value, from: child(from, key) }];
  });
  const at = child(from, 'if');
  const places = [at, ...alternatives.map((alternative) => alternative.from)];
  return { key: 'if', from: at, places, alternatives, nullable: false, conditional: true };
}

function dependent(value: Json, at: Pointer): Choice[] {
  return entriesOf(value).flatMap(([name, schema]) => {
    const from = child(at, name);
    if (!isObject(schema)) return [];
    const alternatives = [{ value: schema, from }];
    return [{ key: 'dependentSchemas', from, places: [from], alternatives, nullable: false, conditional: true }];
  });
}
