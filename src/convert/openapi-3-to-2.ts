import { member, objectMember, type JsonObject } from '../domain/json.ts';
import { pointerTo, valueAt, type Pointer } from '../domain/pointer.ts';
import { Conversion, type Entry, type Loss } from './openapi-3-conversion.ts';
import { convertKeys } from './openapi-3-keys.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { ROOT } from './openapi-3-root.ts';
import { serverPlanOf } from './openapi-3-servers.ts';

export type { Loss } from './openapi-3-conversion.ts';

export interface ConvertedOpenApi {
  /** OpenAPI 2.0. Only worth publishing when nothing is refused. */
  readonly document: JsonObject;
  /** From a place in `document` to the nearest known place in the source. */
  readonly pointerOf: (pointer: Pointer) => Pointer;
  /** What is left out and does no harm. */
  readonly losses: readonly Loss[];
  /** What is left out, and wrong to publish without. */
  readonly refused: readonly Loss[];
}

/**
 * An OpenAPI 3.0 or 3.1 document as OpenAPI 2.0, which is all that the products accept. Pure, deterministic, never throws; keys
 * stay in the author's order wherever they have a counterpart, and everything that has none is reported at its place.
 */
export function convertOpenApi3(document: JsonObject): ConvertedOpenApi {
  const conversion = new Conversion(document);
  const version = member(document, 'openapi');
  if (typeof version !== 'string' || !/^3\.[01](\D|$)/.test(version))
    conversion.refuse(
      '',
      'openapi',
      'The document does not say that it is OpenAPI 3.0 or 3.1',
      'Write its version at the key "openapi"',
    );
  const converted = convertKeys(conversion, document, { from: '', to: '', depth: 0 }, ROOT);
  return {
    document: complete(conversion, withDefinitions(conversion, converted)),
    pointerOf: (pointer) => conversion.pointerOf(pointer),
    losses: conversion.losses,
    refused: conversion.refused,
  };
}

/** What something refers to and what is no component; converting one may name further ones. */
function withDefinitions(conversion: Conversion, converted: JsonObject): JsonObject {
  const { all } = conversion.definitions;
  const added: Entry[] = [];
  // `all` grows while this runs.
  for (const { name, from } of all) {
    const place = { from, to: pointerTo('definitions', name), depth: 0 };
    added.push([name, convertSchema(conversion, valueAt(conversion.source, from), place)]);
  }
  if (added.length === 0) return converted;
  return { ...converted, definitions: { ...objectMember(converted, 'definitions'), ...Object.fromEntries(added) } };
}

/** `paths` and the version are required in 2.0, whatever the source has; servers may stand at the paths only. */
function complete(conversion: Conversion, converted: JsonObject): JsonObject {
  const { swagger = '2.0', ...rest } = converted;
  const servers = member(conversion.source, 'servers') === undefined ? serverPlanOf(conversion).entries : [];
  const paths = member(rest, 'paths') === undefined ? [['paths', {}] as const] : [];
  return { swagger, ...rest, ...Object.fromEntries([...servers, ...paths]) };
}
