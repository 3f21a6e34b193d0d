import {
  arrayMember,
  entriesOf,
  isArray,
  isObject,
  member,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import type { Conversion, Place } from './openapi-3-conversion.ts';
import { quoted } from './openapi-3-wording.ts';

/**
 * Adds what a discriminator says. Where schemas build on this one and have the names that its values have, 2.0 says it the same way. Else
 * makers see the values as a list to choose from.
 */
export function withDiscriminator(
  conversion: Conversion,
  schema: JsonObject,
  converted: JsonObject,
  place: Place,
): JsonObject {
  const discriminator = member(schema, 'discriminator');
  if (discriminator === undefined) return converted;
  const from = child(place.from, 'discriminator');
  const name = stringMember(discriminator, 'propertyName');
  if (name === undefined) {
    conversion.lose(from, 'discriminator', '"discriminator" is not an object with a "propertyName" and is left out');
    return converted;
  }
  if (isCarried(schema, converted, name)) {
    loseExtras(conversion, discriminator, from);
    conversion.trace(child(place.to, 'discriminator'), child(from, 'propertyName'));
    return { ...converted, discriminator: name };
  }
  const values = valuesOf(schema, discriminator);
  const listed = withValues(converted, name, values);
  const outcome = listed === converted ? 'is left out' : 'becomes a list of values';
  conversion.lose(
    from,
    'discriminator',
    `The discriminator ${quoted(name)} ${outcome}: OpenAPI 2.0 cannot say which value means which alternative`,
  );
  if (listed !== converted) conversion.trace(child(place.to, 'properties', name, 'enum'), from);
  return listed;
}

/** 2.0 wants a required text, and values that are the names of definitions. */
function isCarried(schema: JsonObject, converted: JsonObject, name: string): boolean {
  const property = member(member(converted, 'properties'), name);
  const isText = stringMember(property, 'type') === 'string' || stringMember(property, '$ref') !== undefined;
  const isRequired = arrayMember(converted, 'required')?.includes(name) === true;
  const hasAlternatives = isArray(member(schema, 'oneOf')) || isArray(member(schema, 'anyOf'));
  return (
    isText && isRequired && !hasAlternatives && entriesOf(mapping(schema)).every(([value, to]) => value === lastOf(to))
  );
}

function mapping(schema: JsonObject): Json | undefined {
  return member(member(schema, 'discriminator'), 'mapping');
}

/** The name of what a reference names; a file is called by its name without its ending. */
function lastOf(reference: Json): string {
  const last = typeof reference === 'string' ? (reference.split(/\/|~1/).at(-1) ?? '') : '';
  return last.replace(/\.(ya?ml|json)$/i, '');
}

/** The values that are mapped, and the names of alternatives that are not. */
function valuesOf(schema: JsonObject, discriminator: Json): string[] {
  const mapped = entriesOf(member(discriminator, 'mapping'));
  const names = (['oneOf', 'anyOf'] as const)
    .flatMap((key) => arrayMember(schema, key) ?? [])
    .map((alternative) => lastOf(stringMember(alternative, '$ref') ?? null))
    .filter((name) => name !== '' && !mapped.some(([, to]) => lastOf(to) === name));
  return [...new Set([...mapped.map(([value]) => value), ...names])];
}

/** The same schema with a list of values at a text that has none. */
function withValues(converted: JsonObject, name: string, values: readonly string[]): JsonObject {
  const properties = member(converted, 'properties');
  const property = member(properties, name);
  if (!isObject(properties) || !isObject(property) || values.length === 0) return converted;
  if (stringMember(property, 'type') !== 'string' || Object.hasOwn(property, 'enum')) return converted;
  return { ...converted, properties: { ...properties, [name]: { ...property, enum: [...values] } } };
}

function loseExtras(conversion: Conversion, discriminator: Json, from: string): void {
  for (const [key] of entriesOf(discriminator))
    if (key !== 'propertyName' && key !== 'mapping')
      conversion.lose(child(from, key), key, `${quoted(key)} of a discriminator has no counterpart in OpenAPI 2.0`);
}
