import { entriesOf, isArray, isObject, member, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { convertComponents } from './openapi-3-components.ts';
import { Conversion, memberPlace, type Entry, type Loss } from './openapi-3-conversion.ts';
import {
  convertKeys,
  EXTERNAL_DOCS,
  keepText,
  misfit,
  nested,
  silent,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';
import { convertPaths, security } from './openapi-3-operations.ts';
import { serverEntries } from './openapi-3-servers.ts';
import { quoted } from './openapi-3-wording.ts';

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
    document: complete(conversion, converted),
    pointerOf: (pointer) => conversion.pointerOf(pointer),
    losses: conversion.losses,
    refused: conversion.refused,
  };
}

/** `paths` and the version are required in 2.0, whatever the source has; servers may stand at the paths only. */
function complete(conversion: Conversion, converted: JsonObject): JsonObject {
  const { swagger = '2.0', ...rest } = converted;
  const servers = member(conversion.source, 'servers') === undefined ? serverEntries(conversion) : [];
  const paths = member(rest, 'paths') === undefined ? [['paths', {}] as const] : [];
  return { swagger, ...rest, ...Object.fromEntries([...servers, ...paths]) };
}

const version: KeyRule = () => [['swagger', '2.0']];

const LICENSE: KeyRules = new Map([
  ['name', keepText],
  ['url', keepText],
]);

const CONTACT: KeyRules = new Map([
  ['name', keepText],
  ['url', keepText],
  ['email', keepText],
]);

const INFO: KeyRules = new Map<string, KeyRule>([
  ['title', keepText],
  ['version', keepText],
  ['description', keepText],
  ['termsOfService', keepText],
  ['contact', nested(CONTACT)],
  ['license', nested(LICENSE)],
]);

const TAG: KeyRules = new Map<string, KeyRule>([
  ['name', keepText],
  ['description', keepText],
  ['externalDocs', nested(EXTERNAL_DOCS)],
]);

const tags: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const list = memberPlace(place, key);
  conversion.trace(list.to, list.from);
  return [
    [
      key,
      value.flatMap((tag, index) =>
        isObject(tag) ? [convertKeys(conversion, tag, memberPlace(list, index), TAG)] : [],
      ),
    ],
  ];
};

const paths: KeyRule = (conversion, { key, value, place }) => [
  [key, convertPaths(conversion, value, memberPlace(place, key))],
];

const webhooks: KeyRule = (conversion, { key, value, place }) => {
  for (const [name] of entriesOf(value))
    conversion.refuse(
      child(place.from, key, name),
      'webhook',
      `OpenAPI 2.0 has no webhooks, so ${quoted(name)} cannot be said`,
      'Describe the operation that subscribes to it, with x-ms-trigger and x-ms-notification-content',
    );
  return [];
};

/** The dialect of 3.1 itself says nothing new. */
const dialect: KeyRule = (conversion, { key, value, place }) => {
  if (value !== 'https://spec.openapis.org/oas/3.1/dialect/base')
    conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 has one dialect of schemas only');
  return [];
};

const ROOT: KeyRules = new Map<string, KeyRule>([
  ['openapi', version],
  ['info', nested(INFO)],
  ['servers', (conversion) => serverEntries(conversion)],
  ['paths', paths],
  ['webhooks', webhooks],
  ['components', (conversion, { value }): readonly Entry[] => convertComponents(conversion, value)],
  ['security', security],
  ['tags', tags],
  ['externalDocs', nested(EXTERNAL_DOCS)],
  ['jsonSchemaDialect', dialect],
  ['$schema', silent],
]);
