import { isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import type { Conversion, Place } from './openapi-3-conversion.ts';
import { withDiscriminator } from './openapi-3-discriminator.ts';
import { convertKeys } from './openapi-3-keys.ts';
import { referenceOf, schemaReference } from './openapi-3-references.ts';
import { SCHEMA_RULES } from './openapi-3-schema-rules.ts';
import { withChoices } from './openapi-3-unions.ts';
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
  const own = convertKeys(conversion, schema, place, SCHEMA_RULES);
  const converted = withDiscriminator(conversion, schema, withChoices(conversion, schema, own, place), place);
  // Since 3.1 an array need not say what it holds; every reader of 2.0 expects it to.
  return converted['type'] === 'array' && converted['items'] === undefined ? { ...converted, items: {} } : converted;
}

function convertReference(conversion: Conversion, schema: JsonObject, reference: string, place: Place): JsonObject {
  const siblings = Object.entries(schema).filter(([key]) => key !== '$ref' && key !== '$dynamicRef');
  if (member(schema, '$dynamicRef') !== undefined)
    conversion.lose(child(place.from, '$dynamicRef'), '$dynamicRef', 'A dynamic reference is read as a plain one');
  if (conversion.siblingsCount && siblings.length > 0)
    return withSiblings(conversion, Object.fromEntries(siblings), reference, place);
  for (const [key] of siblings)
    conversion.lose(child(place.from, key), key, `${quoted(key)} beside "$ref" means nothing in OpenAPI 3.0`);
  return named(conversion, reference, place);
}

/** Keys beside a reference hold as well as what it names. */
function withSiblings(conversion: Conversion, siblings: JsonObject, reference: string, place: Place): JsonObject {
  const base = { from: place.from, to: child(place.to, 'allOf', 0), depth: place.depth + 1 };
  const reached = named(conversion, reference, base);
  // Definitions beside a reference are for others; words alone are no schema, but designers show them.
  const converted = convertOwn(conversion, siblings, place);
  if (Object.keys(converted).length === 0) return { ...reached };
  const others = Array.isArray(converted['allOf']) ? converted['allOf'] : [];
  if (others.length === 0) return { ...converted, allOf: [reached] };
  conversion.trace(child(place.to, 'allOf', others.length), place.from);
  return { ...converted, allOf: [...others, reached] };
}

/** The reference itself, in the result's terms. */
function named(conversion: Conversion, reference: string, place: Place): JsonObject {
  conversion.settle(place);
  const rewritten = schemaReference(conversion, reference, place.from);
  if (rewritten === undefined) return {};
  return { $ref: rewritten };
}
