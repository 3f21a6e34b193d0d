import { isArray, type Json } from '../domain/json.ts';
import type { Sourced } from './openapi-3-conversion.ts';

export type SimpleType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
const TYPES: readonly SimpleType[] = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

interface Typed {
  readonly keys: ReadonlyMap<string, Sourced>;
  readonly properties: ReadonlyMap<string, Sourced>;
}

/** The one type of a flat schema: as written, or seen from its values; undefined when nothing tells. */
export function simpleTypeOf({ keys, properties }: Typed): SimpleType | undefined {
  const named = namedTypes(keys.get('type')?.value);
  const [known] = named;
  if (named.length === 1) return known;
  if (named.length > 1) return oneTypeOf(named);
  if (properties.size > 0) return 'object';
  if (keys.has('items')) return 'array';
  return typeOfValues(keys);
}

/** The types that `type` names, without null and without what is no type. */
export function namedTypes(written: Json | undefined): SimpleType[] {
  const list = isArray(written) ? written : [written];
  return TYPES.filter((type) => list.includes(type));
}

/**
 * One type for values of several: a number for whole and other numbers, a text where a text will do as well as the others. Undefined when
 * none of them covers the rest.
 */
export function oneTypeOf(types: readonly SimpleType[]): SimpleType | undefined {
  const distinct = new Set(types);
  if (distinct.size <= 1) return types[0];
  if (distinct.has('object') || distinct.has('array')) return undefined;
  if (distinct.has('string')) return 'string';
  return distinct.has('boolean') ? undefined : 'number';
}

function typeOfValues(keys: ReadonlyMap<string, Sourced>): SimpleType | undefined {
  const list = keys.get('enum')?.value;
  const value = isArray(list) ? list[0] : (keys.get('const')?.value ?? keys.get('default')?.value);
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' || keys.has('pattern') || keys.has('format') ? 'string' : undefined;
}
