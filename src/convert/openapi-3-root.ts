import { entriesOf, isArray, isObject, member, type Json } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { convertComponents } from './openapi-3-components.ts';
import { memberPlace, type Entry } from './openapi-3-conversion.ts';
import { externalDocs } from './openapi-3-external-docs.ts';
import {
  convertKeys,
  keepText,
  misfit,
  nested,
  put,
  silent,
  unknown,
  type KeyRule,
  type KeyRules,
} from './openapi-3-keys.ts';
import { convertPaths } from './openapi-3-paths.ts';
import { security } from './openapi-3-security-requirements.ts';
import { serverPlanOf } from './openapi-3-servers.ts';
import { keepUrl } from './openapi-3-urls.ts';
import { quoted } from './openapi-3-wording.ts';

const version: KeyRule = () => [['swagger', '2.0']];

/** An identifier of SPDX has a page of its own. */
const identifier: KeyRule = (conversion, context) => {
  const { value, holder } = context;
  if (typeof value !== 'string' || !/^[\w.+-]+$/.test(value) || member(holder, 'url') !== undefined)
    return misfit(conversion, context, 'one identifier of SPDX without a "url" beside it');
  return put(conversion, context, 'url', `https://spdx.org/licenses/${value}.html`);
};

const LICENSE: KeyRules = new Map([
  ['name', keepText],
  ['url', keepUrl],
  ['identifier', identifier],
]);

const CONTACT: KeyRules = new Map([
  ['name', keepText],
  ['url', keepUrl],
  ['email', keepText],
]);

/** A summary is a description where there is no other. */
const summary: KeyRule = (conversion, context) =>
  member(context.holder, 'description') === undefined && typeof context.value === 'string'
    ? put(conversion, context, 'description', context.value)
    : unknown(conversion, context);

const INFO: KeyRules = new Map<string, KeyRule>([
  ['title', keepText],
  ['version', keepText],
  ['summary', summary],
  ['description', keepText],
  ['termsOfService', keepText],
  ['contact', nested(CONTACT)],
  ['license', nested(LICENSE)],
]);

const TAG: KeyRules = new Map<string, KeyRule>([
  ['name', keepText],
  ['description', keepText],
  ['externalDocs', externalDocs],
]);

const tags: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  if (!isArray(value)) return misfit(conversion, context, 'a list');
  const list = memberPlace(place, key);
  conversion.trace(list.to, list.from);
  const kept: Json[] = [];
  for (const [index, tag] of value.entries()) {
    const name = member(tag, 'name');
    const isNew = value.findIndex((other) => member(other, 'name') === name) === index;
    if (isObject(tag) && isNew) kept.push(convertKeys(conversion, tag, memberPlace(list, index, kept.length), TAG));
    else
      conversion.lose(child(list.from, index), 'tag', `The tag ${quoted(name ?? null)} is there already, or no object`);
  }
  return [[key, kept]];
};

const paths: KeyRule = (conversion, { key, value, place }) => [
  [key, convertPaths(conversion, value, memberPlace(place, key))],
];

/** What a service sends without being asked to has no operation that a trigger could be made of. */
const webhooks: KeyRule = (conversion, { key, value, place }) => {
  for (const [name] of entriesOf(value))
    conversion.lose(
      child(place.from, key, name),
      'webhook',
      `OpenAPI 2.0 has no webhooks, and nothing here subscribes to ${quoted(name)}`,
      'Describe the operation that subscribes to it, with x-ms-trigger, x-ms-notification-url and x-ms-notification-content',
    );
  return [];
};

/** The dialect of 3.1 itself says nothing new. */
const dialect: KeyRule = (conversion, { key, value, place }) => {
  if (value !== 'https://spec.openapis.org/oas/3.1/dialect/base')
    conversion.lose(child(place.from, key), key, 'OpenAPI 2.0 has one dialect of schemas only');
  return [];
};

/** The keys of the document itself. */
export const ROOT: KeyRules = new Map<string, KeyRule>([
  ['openapi', version],
  ['info', nested(INFO)],
  ['servers', (conversion) => serverPlanOf(conversion).entries],
  ['paths', paths],
  ['webhooks', webhooks],
  // Where webhooks stood before 3.1.
  ['x-webhooks', webhooks],
  ['components', (conversion, { value }): readonly Entry[] => convertComponents(conversion, value)],
  ['security', security],
  ['tags', tags],
  ['externalDocs', externalDocs],
  ['jsonSchemaDialect', dialect],
  ['$schema', silent],
]);
