import { isArray, member, type Json } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import type { Conversion, Entry } from './openapi-3-conversion.ts';
import { misfit, put, type KeyContext } from './openapi-3-keys.ts';
import { namedTypes, oneTypeOf } from './openapi-3-type-of.ts';
import { quoted } from './openapi-3-wording.ts';

const TYPES = new Set<Json>(['string', 'number', 'integer', 'boolean', 'array', 'object']);

/** One type stays; `null` beside it becomes `x-nullable`; of several the one that covers all is taken, or none. */
export function convertType(conversion: Conversion, context: KeyContext): readonly Entry[] {
  const { key, value, place } = context;
  const types = isArray(value) ? value : [value];
  const named = types.filter((type) => type !== 'null');
  const nullEntry =
    named.length < types.length && member(context.holder, 'nullable') === undefined
      ? put(conversion, context, 'x-nullable', true)
      : [];
  if (named.some((type) => !TYPES.has(type))) return misfit(conversion, context, 'a type that OpenAPI 2.0 knows');
  const [only] = named;
  if (named.length === 1 && only !== undefined) {
    if (isArray(value)) conversion.trace(child(place.to, key), child(place.from, key, value.indexOf(only)));
    return [[key, only], ...nullEntry];
  }
  const covering = oneTypeOf(namedTypes(value));
  if (covering !== undefined) {
    const types = named.map((type) => quoted(type)).join(', ');
    const message = `OpenAPI 2.0 takes one type, so a value of the types ${types} is a ${covering}`;
    conversion.lose(child(place.from, key), key, message, 'Name the type that makers should see');
    return [[key, covering], ...nullEntry];
  }
  if (named.length > 1)
    conversion.lose(
      child(place.from, key),
      key,
      `OpenAPI 2.0 takes one type, so a value of the types ${named.map((type) => quoted(type)).join(', ')} may be anything`,
      'Name the type that makers should see',
    );
  else if (types.length > 0)
    conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 has no type "null", so the value may be anything');
  return nullEntry;
}
