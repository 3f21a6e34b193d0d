import { entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { movedPlace, type Conversion, type Place } from './openapi-3-conversion.ts';
import { formParameters } from './openapi-3-form.ts';
import {
  bodySchema,
  chooseMediaType,
  exampleOf,
  isForm,
  isJson,
  mediaTypeExtensions,
  mediaTypesOf,
  type MediaType,
} from './openapi-3-media-types.ts';
import { loseUnknown } from './openapi-3-keys.ts';
import { resolved } from './openapi-3-references.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';

export interface RequestBody {
  readonly parameters: readonly JsonObject[];
  readonly consumes: readonly string[];
}

const KNOWN = ['content', 'description', 'required'];

/** A request body as a body parameter, or as form parameters. `place.to` is the list; `first` the index in it. */
export function convertRequestBody(conversion: Conversion, value: Json, place: Place, first: number): RequestBody {
  const { value: body, from } = resolved(conversion, value, place.from);
  if (!isObject(body)) {
    if (body !== undefined) conversion.lose(from, 'requestBody', 'A request body is not an object and is left out');
    return { parameters: [], consumes: [] };
  }
  const types = mediaTypesOf(member(body, 'content'), child(from, 'content'));
  const choice = chooseMediaType(conversion, types, { preferred: [isJson, isForm], carried: [] });
  loseUnknown(conversion, body, from, { known: KNOWN, of: 'a request body', extensions: true });
  if (choice === undefined) {
    conversion.lose(from, 'requestBody', 'The request body names no media type, so there is none');
    return { parameters: [], consumes: [] };
  }
  const at: BodyContext = { conversion, body, chosen: choice.chosen, place: movedPlace(place, from), first };
  const parameters = isForm(choice.chosen) ? formParameters(at) : [bodyParameter(at)];
  return { parameters, consumes: choice.names };
}

export interface BodyContext {
  readonly conversion: Conversion;
  readonly body: JsonObject;
  readonly chosen: MediaType;
  /** `from` is the request body, `to` the list of parameters. */
  readonly place: Place;
  readonly first: number;
}

function bodyParameter({ conversion, body, chosen, place, first }: BodyContext): JsonObject {
  const to = child(place.to, first);
  conversion.trace(to, place.from);
  conversion.trace(child(to, 'schema'), child(chosen.from, 'schema'));
  const schema = bodySchema(conversion, chosen, child(to, 'schema'), place.depth + 1);
  const description = stringMember(body, 'description');
  if (member(body, 'required') !== undefined) conversion.trace(child(to, 'required'), child(place.from, 'required'));
  if (description !== undefined) conversion.trace(child(to, 'description'), child(place.from, 'description'));
  return {
    name: 'body',
    in: 'body',
    ...(description === undefined ? {} : { description }),
    ...(member(body, 'required') === true ? { required: true } : {}),
    ...extensionsOf(conversion, body, place.from, to),
    ...Object.fromEntries(mediaTypeExtensions(conversion, chosen, to)),
    schema: withExample(conversion, schema, chosen, child(to, 'schema')),
  };
}

function extensionsOf(conversion: Conversion, body: JsonObject, from: string, to: string): JsonObject {
  const entries = entriesOf(body).flatMap(([key, value]) =>
    key.startsWith('x-')
      ? verbatimEntry(conversion, key, value, { from: child(from, key), to: child(to, key), depth: 0 })
      : [],
  );
  return Object.fromEntries(entries);
}

/** 2.0 has examples of schemas only; a reference cannot carry one. */
function withExample(conversion: Conversion, schema: JsonObject, type: MediaType, to: string): JsonObject {
  const example = exampleOf(conversion, type);
  if (example === undefined) return schema;
  if (schema['$ref'] !== undefined || schema['example'] !== undefined) {
    const message = 'An example beside a reference to a schema, or beside its own, has no place in OpenAPI 2.0';
    conversion.lose(example.from, 'example', message);
    return schema;
  }
  conversion.trace(child(to, 'example'), example.from);
  return { ...schema, example: example.value };
}
