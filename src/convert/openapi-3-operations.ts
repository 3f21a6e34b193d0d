import { isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child, parentOf, valueAt } from '../domain/pointer.ts';
import { withNotificationUrl } from './openapi-3-callbacks.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { externalDocs } from './openapi-3-external-docs.ts';
import {
  convertKeys,
  keep,
  keepFlag,
  keepText,
  keepTexts,
  misfit,
  silent,
  unknown,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';
import { convertParameters } from './openapi-3-parameters.ts';
import { convertRequestBody, type RequestBody } from './openapi-3-request-body.ts';
import { convertResponses, producesOf } from './openapi-3-responses.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { security } from './openapi-3-security-requirements.ts';

const operation: KeyRule = (conversion, context) => {
  const { key, value, holder, place } = context;
  if (!isObject(value)) return misfit(conversion, context, 'an object');
  const at = memberPlace(place, key);
  const texts = ['summary', 'description'].flatMap((name): Entry[] => {
    const text = member(holder, name);
    if (typeof text !== 'string' || member(value, name) !== undefined) return [];
    conversion.trace(child(at.to, name), child(place.from, name));
    return [[name, text]];
  });
  const own = { ...Object.fromEntries(texts), ...convertKeys(conversion, value, at, OPERATION) };
  const converted = withNotificationUrl(conversion, value, own, at);
  if (converted['responses'] !== undefined) return [[key, converted]];
  return [[key, { ...converted, responses: { default: { description: '' } } }]];
};

const trace: KeyRule = (conversion, { key, place }) => {
  conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 has no operations with the verb TRACE');
  return [];
};

const pathParameters: KeyRule = (conversion, { key, value, place }) => {
  const parameters = convertParameters(conversion, value, memberPlace(place, key), { first: 0, inherited: undefined });
  conversion.trace(child(place.to, key), child(place.from, key));
  return parameters.length === 0 ? [] : [[key, parameters]];
};

/** What a webhook sends stands in an extension, and has a schema of 3.x in it. */
const notificationContent: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  const schema = member(value, 'schema');
  if (!isObject(value) || schema === undefined) return keep(conversion, context);
  const at = memberPlace(place, key);
  conversion.trace(at.to, at.from);
  return [[key, { ...value, schema: convertSchema(conversion, schema, memberPlace(at, 'schema')) }]];
};

/** Words about a path are words about each of its operations that has none of its own. */
const pathText: KeyRule = (conversion, context) => {
  const { key, holder } = context;
  const wanting = VERBS.some(
    (verb) => isObject(member(holder, verb)) && member(member(holder, verb), key) === undefined,
  );
  return wanting ? [] : unknown(conversion, context);
};

/** What 2.0 says of a path. */
export const PATH_ITEM: KeyRules = new Map<string, KeyRule>([
  ...VERBS.map((verb): [string, KeyRule] => [verb, operation]),
  ['trace', trace],
  ['parameters', pathParameters],
  ['x-ms-notification-content', notificationContent],
  ['summary', pathText],
  ['description', pathText],
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
  // Cookies of the path and of the operation are one header.
  const inherited = valueAt(conversion.source, child(parentOf(parentOf(place.from)), 'parameters'));
  return { parameters: convertParameters(conversion, value, place, { first, inherited }), consumes: [] };
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

const OPERATION: KeyRules = new Map<string, KeyRule>([
  ['tags', keepTexts],
  ['summary', keepText],
  ['description', keepText],
  ['externalDocs', externalDocs],
  ['operationId', keepText],
  ['parameters', parametersAndBody],
  ['requestBody', parametersAndBody],
  ['responses', responses],
  // A webhook is what the whole operation is: see openapi-3-callbacks.ts.
  ['callbacks', silent],
  ['deprecated', keepFlag],
  ['security', security],
  ['servers', silent],
]);
