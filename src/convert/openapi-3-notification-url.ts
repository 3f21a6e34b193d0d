import {
  arrayMember,
  isArray,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Place, Sourced } from './openapi-3-conversion.ts';
import { isJson, mediaTypesOf } from './openapi-3-media-types.ts';
import { resolved } from './openapi-3-references.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { namedTypes } from './openapi-3-type-of.ts';

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
  const way = wayTo(conversion, source, url);
  if (way === undefined) return undefined;
  const to = child(place.to, 'parameters', index, 'schema');
  const schema = marked(conversion, way, { to, depth: place.depth + 3 }, url);
  // The body's own example is beside the schema in the source.
  const example = member(member(parameter, 'schema'), 'example');
  const body = example === undefined ? schema : { example, ...schema };
  return { ...converted, parameters: parameters.with(index, { ...parameter, required: true, schema: body }) };
}

/** The schema of a JSON body. */
function bodyOf(conversion: Conversion, operation: JsonObject, from: Pointer): Sourced | undefined {
  const body = resolved(conversion, member(operation, 'requestBody'), child(from, 'requestBody'));
  const type = mediaTypesOf(member(body.value, 'content'), child(body.from, 'content')).find(isJson);
  const schema = member(type?.value, 'schema');
  return type === undefined || schema === undefined ? undefined : { value: schema, from: child(type.from, 'schema') };
}

/** The schemas on the way to a field, references followed, the text itself last; undefined when there is no such text. */
function wayTo(conversion: Conversion, start: Sourced, url: readonly string[]): readonly Sourced[] | undefined {
  const way: Sourced[] = [];
  let next: { readonly value: Json | undefined; readonly from: Pointer } = start;
  for (const name of [...url, undefined]) {
    const { value, from } = resolved(conversion, next.value, next.from);
    if (!isObject(value)) return undefined;
    way.push({ value, from });
    if (name !== undefined)
      next = { value: member(member(value, 'properties'), name), from: child(from, 'properties', name) };
  }
  const [type, ...others] = namedTypes(member(way.at(-1)?.value, 'type'));
  return type === 'string' && others.length === 0 ? way : undefined;
}

function marked(
  conversion: Conversion,
  [schema, ...below]: readonly Sourced[],
  place: Omit<Place, 'from'>,
  [name, ...rest]: readonly string[],
): JsonObject {
  if (schema === undefined) return {};
  const converted = convertSchema(conversion, schema.value, { from: schema.from, to: place.to, depth: place.depth });
  if (name === undefined) return { ...converted, ...MARKS };
  const at = { to: child(place.to, 'properties', name), depth: place.depth + 1 };
  const inner = marked(conversion, below, at, rest);
  const required = converted['required'];
  const names = isArray(required) ? required : [];
  return {
    ...converted,
    required: names.includes(name) ? names : [...names, name],
    properties: { ...objectMember(converted, 'properties'), [name]: inner },
  };
}

const MARKS = { 'x-ms-visibility': 'internal', 'x-ms-notification-url': true } as const;
