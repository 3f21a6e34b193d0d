import { member, objectMember, type JsonObject } from '../domain/json.ts';
import { pointerTo, valueAt, type Pointer } from '../domain/pointer.ts';
import { reportUnused } from './openapi-3-components.ts';
import { Conversion, type Entry, type Loss as SourceLoss } from './openapi-3-conversion.ts';
import { aloneFiles, joinFiles, type DocumentFolder, type JoinedFiles, type SourcePlace } from './openapi-3-files.ts';
import { convertKeys } from './openapi-3-keys.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { ROOT } from './openapi-3-root.ts';
import { serverPlanOf } from './openapi-3-servers.ts';
import { referencesIn } from './openapi-3-targets.ts';

export type { DocumentFolder, SourcePlace } from './openapi-3-files.ts';

/** What the result does not carry as it was, and where that stands. */
export interface Loss extends SourceLoss {
  /** Another file of the folder, by its path from the document; undefined for the document itself. */
  readonly file?: string;
}

export interface ConvertedOpenApi {
  /** OpenAPI 2.0. Only worth publishing when nothing is refused. */
  readonly document: JsonObject;
  /** From a place in `document` to the nearest known place in the source. */
  readonly pointerOf: (pointer: Pointer) => Pointer;
  /** The same, with the file, for a source in several files. */
  readonly placeOf: (pointer: Pointer) => SourcePlace;
  /** What is left out or said in another way, and does no harm. */
  readonly losses: readonly Loss[];
  /** What is left out, and wrong to publish without. */
  readonly refused: readonly Loss[];
}

/**
 * An OpenAPI 3.0 or 3.1 document as OpenAPI 2.0, which is all that the products accept. Pure, deterministic, never throws; keys
 * stay in the author's order wherever they have a counterpart, and everything that has none is reported at its place. `folder` gives the
 * files that the document refers to; without it such references are refused.
 */
export function convertOpenApi3(document: JsonObject, folder?: DocumentFolder): ConvertedOpenApi {
  const alone = convertJoined(aloneFiles(document));
  // Hardly any document is in several files: they are looked for when a reference leads to one.
  const leadsOut = alone.refused.some(({ construct }) => construct === '$ref');
  const references = folder !== undefined && leadsOut ? referencesIn(document) : undefined;
  if (folder === undefined || references === undefined) return alone;
  return [...references].some((one) => !one.startsWith('#')) ? convertJoined(joinFiles(document, folder)) : alone;
}

function convertJoined({ root, source, placeOf }: JoinedFiles): ConvertedOpenApi {
  const conversion = new Conversion(source);
  checkVersion(conversion);
  const converted = convertKeys(conversion, root, { from: '', to: '', depth: 0 }, ROOT);
  const complete = completed(conversion, withDefinitions(conversion, converted));
  reportUnused(conversion);
  const reported = (loss: SourceLoss): Loss => {
    const { file, pointer } = placeOf(loss.pointer);
    return { ...loss, pointer, ...(file === undefined ? {} : { file }) };
  };
  return {
    document: complete,
    pointerOf: (pointer) => placeOf(conversion.pointerOf(pointer)).pointer,
    placeOf: (pointer) => placeOf(conversion.pointerOf(pointer)),
    losses: conversion.losses.map(reported),
    refused: conversion.refused.map(reported),
  };
}

function checkVersion(conversion: Conversion): void {
  const version = member(conversion.source, 'openapi');
  if (typeof version === 'string' && /^3\.[01](\D|$)/.test(version)) return;
  const message = 'The document does not say that it is OpenAPI 3.0 or 3.1';
  conversion.refuse('', 'openapi', message, 'Write its version at the key "openapi"');
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
function completed(conversion: Conversion, converted: JsonObject): JsonObject {
  const { swagger = '2.0', ...rest } = converted;
  const servers = member(conversion.source, 'servers') === undefined ? serverPlanOf(conversion).entries : [];
  const paths = member(rest, 'paths') === undefined ? [['paths', {}] as const] : [];
  return { swagger, ...rest, ...Object.fromEntries([...servers, ...paths]) };
}
