import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import {
  convertKeys,
  EXTERNAL_DOCS,
  keep,
  keepFlag,
  keepText,
  keepTexts,
  nested,
  silent,
  unknown,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';
import { convertParameters } from './openapi-3-parameters.ts';
import { referenceOf, writtenOut } from './openapi-3-references.ts';
import { convertRequestBody, type RequestBody } from './openapi-3-request-body.ts';
import { convertResponses, producesOf } from './openapi-3-responses.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { quoted } from './openapi-3-wording.ts';

/** `paths`: every path item, references followed, since a connector has one document. */
export function convertPaths(conversion: Conversion, paths: Json | undefined, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  return Object.fromEntries(
    entriesOf(paths).flatMap(([path, pathItem]): Entry[] => {
      if (path.startsWith('x-')) {
        conversion.trace(child(place.to, path), child(place.from, path), true);
        return [[path, pathItem]];
      }
      if (path.startsWith('/')) return [[path, convertPathItem(conversion, pathItem, memberPlace(place, path))]];
      conversion.lose(child(place.from, path), 'path', `${quoted(path)} is not a path`);
      return [];
    }),
  );
}

function convertPathItem(conversion: Conversion, value: Json, place: Place): JsonObject {
  if (!conversion.enter(place)) return {};
  if (referenceOf(value) === undefined) return convertOwnPathItem(conversion, value, place);
  const inPlace = (found: Json, at: Place): JsonObject =>
    convertPathItem(conversion, found, { ...at, depth: at.depth + 1 });
  return writtenOut(conversion, value, place, inPlace) ?? {};
}

function convertOwnPathItem(conversion: Conversion, value: Json, place: Place): JsonObject {
  return isObject(value) ? convertKeys(conversion, value, place, PATH_ITEM) : {};
}

const operation: KeyRule = (conversion, { key, value, place }) => {
  if (!isObject(value)) return [];
  const converted = convertKeys(conversion, value, memberPlace(place, key), OPERATION);
  if (converted['responses'] !== undefined) return [[key, converted]];
  return [[key, { ...converted, responses: { default: { description: '' } } }]];
};

const trace: KeyRule = (conversion, { key, place }) => {
  conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 has no operations with the verb TRACE');
  return [];
};

const pathParameters: KeyRule = (conversion, { key, value, place }) => {
  const parameters = convertParameters(conversion, value, memberPlace(place, key), 0);
  conversion.trace(child(place.to, key), child(place.from, key));
  return parameters.length === 0 ? [] : [[key, parameters]];
};

/** What a webhook sends stands in an extension, and has a schema of 3.x in it. */
const notificationContent: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  const schema = member(value, 'schema');
  if (!isObject(value) || schema === undefined) return keep(conversion, context);
  const at = memberPlace(place, key);
  conversion.trace(at.to, at.from, true);
  return [[key, { ...value, schema: convertSchema(conversion, schema, memberPlace(at, 'schema')) }]];
};

const PATH_ITEM: KeyRules = new Map<string, KeyRule>([
  ...VERBS.map((verb): [string, KeyRule] => [verb, operation]),
  ['trace', trace],
  ['parameters', pathParameters],
  ['x-ms-notification-content', notificationContent],
  ['servers', silent],
]);

/** Parameters and body become one list; whichever key stands first has its place. */
const parametersAndBody: KeyRule = (conversion, context) => {
  const { key, holder, place } = context;
  const keys = Object.keys(holder).filter((name) => name === 'parameters' || name === 'requestBody');
  if (keys[0] !== key) return [];
  const to = child(place.to, 'parameters');
  const parameters: JsonObject[] = [];
  const consumes: string[] = [];
  for (const name of keys) {
    const at: Place = { from: child(place.from, name), to, depth: place.depth + 1 };
    const part = partOf(conversion, name, member(holder, name) ?? null, at, parameters.length);
    parameters.push(...part.parameters);
    consumes.push(...part.consumes);
  }
  conversion.trace(to, child(place.from, key));
  conversion.trace(child(place.to, 'consumes'), child(place.from, 'requestBody'));
  return [
    ...(consumes.length > 0 ? [['consumes', consumes] as Entry] : []),
    ...(parameters.length > 0 ? [['parameters', parameters] as Entry] : []),
  ];
};

function partOf(conversion: Conversion, name: string, value: Json, place: Place, first: number): RequestBody {
  if (name === 'requestBody') return convertRequestBody(conversion, value, place, first);
  return { parameters: convertParameters(conversion, value, place, first), consumes: [] };
}

const responses: KeyRule = (conversion, { key, value, place }) => {
  const at = memberPlace(place, key);
  const produces = producesOf(conversion, value, at.from);
  conversion.trace(child(place.to, 'produces'), at.from);
  return [
    ...(produces.length > 0 ? [['produces', produces] as Entry] : []),
    [key, convertResponses(conversion, value, at)],
  ];
};

/** A trigger says in its own extensions what its callbacks would. */
const callbacks: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  if (entriesOf(value).length === 0) return [];
  const covered = member(holder, 'x-ms-trigger') !== undefined;
  conversion.drop(
    !covered,
    child(place.from, key),
    key,
    'OpenAPI 2.0 has no callbacks',
    'Describe the webhook by x-ms-trigger, x-ms-notification-url and x-ms-notification-content',
  );
  return [];
};

export const security: KeyRule = (conversion, context) =>
  isArray(context.value) ? keep(conversion, context) : unknown(conversion, context);

const OPERATION: KeyRules = new Map<string, KeyRule>([
  ['tags', keepTexts],
  ['summary', keepText],
  ['description', keepText],
  ['externalDocs', nested(EXTERNAL_DOCS)],
  ['operationId', keepText],
  ['parameters', parametersAndBody],
  ['requestBody', parametersAndBody],
  ['responses', responses],
  ['callbacks', callbacks],
  ['deprecated', keepFlag],
  ['security', security],
  ['servers', silent],
]);
