import type { Json, JsonObject } from '../../../src/domain/json.ts';
import type { Pointer } from '../../../src/domain/pointer.ts';

/** A construct in a document that is small otherwise, what the report says of it, and what becomes of it. */
export interface Planted {
  readonly name: string;
  readonly source: JsonObject;
  /** Lines that must be there: the place, the construct, and part of the message. */
  readonly lines: readonly (readonly [pointer: Pointer, construct: string, words: string])[];
  /** Places of the result with what stands there; undefined for nothing. */
  readonly result: readonly (readonly [pointer: Pointer, value: Json | undefined])[];
}

type Lines = Planted['lines'];
type Result = Planted['result'];

export function document(parts: JsonObject, openapi = '3.1.0'): JsonObject {
  return {
    openapi,
    info: { title: 'A', version: '1' },
    servers: [{ url: 'https://a.example/v1' }],
    paths: {},
    ...parts,
  };
}

export function ofDocument(name: string, parts: JsonObject, lines: Lines, result: Result): Planted {
  return { name, source: document(parts), lines, result };
}

/** In the schema `T`; pointers are from there. */
export function ofSchema(name: string, schema: Json, lines: Lines, result: Result, others: JsonObject = {}): Planted {
  return {
    name,
    source: document({ components: { schemas: { T: schema, ...others } } }),
    lines: lines.map(([pointer, construct, words]) => [within('/components/schemas/T', pointer), construct, words]),
    result: result.map(([pointer, value]) => [within('/definitions/T', pointer), value]),
  };
}

const OK = { '200': { description: 'OK' } };

/** In the operation GET /a; pointers are from there. */
export function ofOperation(
  name: string,
  operation: JsonObject,
  lines: Lines,
  result: Result,
  parts: JsonObject = {},
): Planted {
  const at = '/paths/~1a/get';
  return {
    name,
    source: document({ paths: { '/a': { get: { responses: OK, ...operation } } }, ...parts }),
    lines: lines.map(([pointer, construct, words]) => [within(at, pointer), construct, words]),
    result: result.map(([pointer, value]) => [within(at, pointer), value]),
  };
}

/** The one parameter of GET /a; pointers are from there. */
export function ofParameter(name: string, parameter: JsonObject, lines: Lines, result: Result): Planted {
  const at = '/paths/~1a/get/parameters/0';
  return {
    name,
    source: document({ paths: { '/a': { get: { parameters: [parameter], responses: OK } } } }),
    lines: lines.map(([pointer, construct, words]) => [within(at, pointer), construct, words]),
    result: result.map(([pointer, value]) => [within('/paths/~1a/get/parameters', pointer), value]),
  };
}

/** The scheme `s`, which the document asks for; pointers are from there. */
export function ofScheme(name: string, scheme: JsonObject, lines: Lines, result: Result): Planted {
  return {
    name,
    source: document({ security: [{ s: [] }], components: { securitySchemes: { s: scheme } } }),
    lines: lines.map(([pointer, construct, words]) => [
      within('/components/securitySchemes/s', pointer),
      construct,
      words,
    ]),
    result: result.map(([pointer, value]) => [within('/securityDefinitions/s', pointer), value]),
  };
}

/** A pointer that begins with `//` is one from the document itself. */
function within(place: Pointer, pointer: Pointer): Pointer {
  return pointer.startsWith('//') ? pointer.slice(1) : place + pointer;
}
