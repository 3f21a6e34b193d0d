import {
  arrayMember,
  entriesOf,
  isArray,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Place } from './openapi-3-conversion.ts';
import { referenceOf, resolved } from './openapi-3-references.ts';
import { convertSchema } from './openapi-3-schemas.ts';

/**
 * An operation whose body says which field takes the address to call back: `x-ms-notification-url`, hidden from makers, and required, so
 * that the platform sends it. Undefined when the body has no such text. Schemas on the way are written out, as they are no longer shared.
 */
export function withMarkedProperty(
  conversion: Conversion,
  operation: JsonObject,
  converted: JsonObject,
  place: Place,
  url: readonly string[],
): JsonObject | undefined {
  const parameters = arrayMember(converted, 'parameters') ?? [];
  const index = parameters.findIndex((parameter) => stringMember(parameter, 'in') === 'body');
  const parameter = parameters[index];
  const source = bodyOf(conversion, operation, place.from);
  if (!isObject(parameter) || source === undefined) return undefined;
  const to = child(place.to, 'parameters', index, 'schema');
  const schema = marked(conversion, source.value, { from: source.from, to, depth: place.depth + 3 }, url);
  if (schema === undefined) return undefined;
  return { ...converted, parameters: parameters.with(index, { ...parameter, required: true, schema }) };
}

/** The schema of a JSON body. */
function bodyOf(
  conversion: Conversion,
  operation: JsonObject,
  from: Pointer,
): { value: Json; from: Pointer } | undefined {
  const body = resolved(conversion, member(operation, 'requestBody'), child(from, 'requestBody'));
  const type = entriesOf(member(body.value, 'content')).find(([name]) => /json/i.test(name));
  const schema = member(type?.[1], 'schema');
  return type === undefined || schema === undefined
    ? undefined
    : { value: schema, from: child(body.from, 'content', type[0], 'schema') };
}

function marked(
  conversion: Conversion,
  value: Json,
  place: Place,
  [name, ...rest]: readonly string[],
): JsonObject | undefined {
  const { value: schema, from } =
    referenceOf(value) === undefined ? { value, from: place.from } : resolved(conversion, value, place.from);
  if (!isObject(schema) || !conversion.enter(place)) return undefined;
  const converted = convertSchema(conversion, schema, { ...place, from });
  if (name === undefined) return stringMember(converted, 'type') === 'string' ? { ...converted, ...MARKS } : undefined;
  const property = member(objectMember(schema, 'properties'), name);
  if (property === undefined) return undefined;
  const at = { from: child(from, 'properties', name), to: child(place.to, 'properties', name), depth: place.depth + 1 };
  const inner = marked(conversion, property, at, rest);
  if (inner === undefined) return undefined;
  const required = converted['required'];
  const names = isArray(required) ? required : [];
  return {
    ...converted,
    required: names.includes(name) ? names : [...names, name],
    properties: { ...objectMember(converted, 'properties'), [name]: inner },
  };
}

const MARKS = { 'x-ms-visibility': 'internal', 'x-ms-notification-url': true } as const;
