import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Sourced } from './openapi-3-conversion.ts';

/** A place where a schema offers alternatives: one of them holds, or several, or each under a condition. */
export interface Choice {
  /** What it is called in the report. */
  readonly key: string;
  /** Where it is written. */
  readonly from: Pointer;
  /** Without those that only allow null. */
  readonly alternatives: readonly Sourced[];
  /** Whether one of the alternatives is null. */
  readonly nullable: boolean;
  /** Whether it speaks of some values only, so that what it says may be left unsaid. */
  readonly conditional: boolean;
}

/** Keys that hold alternatives. */
export const CHOICE_KEYS: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'if', 'then', 'else', 'dependentSchemas']);

/** The choices of a schema, in the order of its keys. */
export function choicesOf(conversion: Conversion, schema: JsonObject, from: Pointer): Choice[] {
  return entriesOf(schema).flatMap(([key, value]): Choice[] => {
    const at = child(from, key);
    if (key === 'oneOf' || key === 'anyOf') return listed(conversion, key, value, at);
    if (key === 'if') return [condition(schema, from)];
    return key === 'dependentSchemas' ? dependent(value, at) : [];
  });
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
  // Alternatives that we gathered are reported where the second of them stands.
  const from = places?.[1] ?? at;
  return [{ key, from, alternatives, nullable: alternatives.length < all.length, conditional: false }];
}

function condition(schema: JsonObject, from: Pointer): Choice {
  const alternatives = ['then', 'else'].flatMap((key) => {
    const value = member(schema, key);
    return value === undefined ? [] : [{ value, from: child(from, key) }];
  });
  return { key: 'if', from: child(from, 'if'), alternatives, nullable: false, conditional: true };
}

function dependent(value: Json, at: Pointer): Choice[] {
  return entriesOf(value).flatMap(([name, schema]) => {
    const from = child(at, name);
    if (!isObject(schema)) return [];
    return [
      { key: 'dependentSchemas', from, alternatives: [{ value: schema, from }], nullable: false, conditional: true },
    ];
  });
}
