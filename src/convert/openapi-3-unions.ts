import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry } from './openapi-3-conversion.ts';
import { misfit, put, type KeyContext } from './openapi-3-keys.ts';
import { convertSchema } from './openapi-3-schemas.ts';

/** `oneOf` and `anyOf`: one alternative (beside null) is that schema; one that only limits the fields around it is left out; else it is refused. */
export function convertUnion(conversion: Conversion, context: KeyContext): readonly Entry[] {
  const { key, value, holder, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const alternatives = value.map((schema, index) => ({ schema, index })).filter(({ schema }) => !isNull(schema));
  const [only] = alternatives;
  const nullEntry = alternatives.length < value.length ? put(conversion, context, 'x-nullable', true) : [];
  if (only === undefined) return nullEntry;
  if (alternatives.length === 1) return [...convertOnly(conversion, context, only.schema, only.index), ...nullEntry];
  if (
    onlyLimits(
      holder,
      alternatives.map(({ schema }) => schema),
    )
  )
    conversion.lose(
      child(place.from, key),
      key,
      `"${key}" limits combinations of fields, which OpenAPI 2.0 cannot say`,
    );
  else
    conversion.refuse(
      child(place.from, key),
      key,
      `"${key}" with ${alternatives.length} alternatives cannot be said in OpenAPI 2.0`,
      'Describe one object with the fields of all alternatives, none of them required',
    );
  return nullEntry;
}

export function isNull(schema: Json): boolean {
  const type = member(schema, 'type');
  return type === 'null' || (isArray(type) && type.length === 1 && type[0] === 'null');
}

const MOVES_NO_FURTHER = new Set(['$ref', 'oneOf', 'anyOf']);

/** The keys of the only alternative move up, unless the schema around it has one of them: then both hold. */
function convertOnly(
  conversion: Conversion,
  { key, holder, place }: KeyContext,
  schema: Json,
  index: number,
): readonly Entry[] {
  const from = child(place.from, key, index);
  // What a further union would bring up is not known before it is converted.
  const clashes = entriesOf(schema).some(([name]) => MOVES_NO_FURTHER.has(name) || Object.hasOwn(holder, name));
  if (!clashes) {
    const entries = Object.entries(convertSchema(conversion, schema, { ...place, from, depth: place.depth + 1 }));
    conversion.trace(place.to, place.from);
    return entries;
  }
  if (Object.hasOwn(holder, 'allOf')) {
    conversion.refuse(
      child(place.from, key),
      key,
      `"${key}" beside "allOf" cannot be said in OpenAPI 2.0`,
      'Move it into "allOf"',
    );
    return [];
  }
  const list = memberPlace(place, key, 'allOf');
  return [['allOf', [convertSchema(conversion, schema, { from, to: child(list.to, 0), depth: list.depth })]]];
}

/** Whether alternatives add nothing that a maker would see: each speaks of fields that the schema around them has. */
function onlyLimits(holder: JsonObject, alternatives: readonly Json[]): boolean {
  const fields = member(holder, 'properties');
  if (!isObject(fields)) return false;
  return alternatives.every((schema) =>
    entriesOf(schema).every(([key, value]) => {
      if (key === 'properties') return entriesOf(value).every(([name]) => Object.hasOwn(fields, name));
      return ['required', 'title', 'description', 'type'].includes(key);
    }),
  );
}
