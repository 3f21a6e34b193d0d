import { isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Place } from './openapi-3-conversion.ts';
import { convertKeys } from './openapi-3-keys.ts';
import { referenceOf, rewrittenReference, writtenOut } from './openapi-3-references.ts';
import { SCHEMA_RULES } from './openapi-3-schema-rules.ts';
import { quoted } from './openapi-3-wording.ts';

/** A schema of 3.0 or 3.1 as a schema of 2.0. What is not a schema becomes the one that allows anything. */
export function convertSchema(conversion: Conversion, value: Json | undefined, place: Place): JsonObject {
  if (value === undefined || value === true || !conversion.enter(place)) return {};
  if (!isObject(value)) {
    const message = value === false ? 'A schema that allows nothing has no counterpart' : 'A schema is not an object';
    conversion.lose(place.from, 'schema', message);
    return {};
  }
  const reference = referenceOf(value);
  return reference === undefined
    ? convertOwn(conversion, value, place)
    : convertReference(conversion, value, reference, place);
}

function convertOwn(conversion: Conversion, schema: JsonObject, place: Place): JsonObject {
  const converted = convertKeys(conversion, schema, place, SCHEMA_RULES);
  // Since 3.1 an array need not say what it holds; every reader of 2.0 expects it to.
  return converted['type'] === 'array' && converted['items'] === undefined ? { ...converted, items: {} } : converted;
}

function convertReference(conversion: Conversion, schema: JsonObject, reference: string, place: Place): JsonObject {
  const siblings = Object.entries(schema).filter(([key]) => key !== '$ref');
  if (conversion.siblingsCount && siblings.length > 0)
    return withSiblings(conversion, Object.fromEntries(siblings), reference, place);
  for (const [key] of siblings)
    conversion.lose(child(place.from, key), key, `${quoted(key)} beside "$ref" means nothing in OpenAPI 3.0`);
  return named(conversion, reference, place);
}

function withSiblings(conversion: Conversion, siblings: JsonObject, reference: string, place: Place): JsonObject {
  const base = { from: place.from, to: child(place.to, 'allOf', 0), depth: place.depth + 1 };
  const converted = convertOwn(conversion, siblings, place);
  const others = Array.isArray(converted['allOf']) ? converted['allOf'] : [];
  const reached = named(conversion, reference, others.length === 0 ? base : memberPlace(place, 'allOf'));
  return { ...converted, allOf: [reached, ...others] };
}

/** The reference itself where what it names has a place in the result; else what it names. */
function named(conversion: Conversion, reference: string, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  const rewritten = rewrittenReference(conversion, reference);
  if (rewritten !== undefined) {
    conversion.trace(child(place.to, '$ref'), child(place.from, '$ref'));
    return { $ref: rewritten };
  }
  const inPlace = (value: Json, at: Place): JsonObject =>
    convertSchema(conversion, value, { ...at, depth: at.depth + 1 });
  return writtenOut(conversion, { $ref: reference }, place, inPlace) ?? {};
}
