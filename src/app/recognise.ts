import { Failure } from '../domain/failure.ts';
import {
  arrayMember,
  isArray,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonArray,
  type JsonObject,
} from '../domain/json.ts';
import { customApisIn } from '../convert/arm-resources.ts';
import { decodeText } from '../load/decode-text.ts';
import { parseJson } from '../load/parse-json.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { positionAt } from '../places/position.ts';
import type { TextFormat } from '../places/locate.ts';

/** What a document is that somebody wants to import. */
export type DocumentKind =
  | 'openapi-2'
  | 'openapi-3'
  | 'postman-collection'
  | 'postman-environment'
  | 'arm-connector'
  | 'api-properties';

/** A document whose kind is known. */
export interface Recognised {
  readonly kind: DocumentKind;
  /** As it was named: a path or a URL. */
  readonly source: string;
  /** Without byte order mark. */
  readonly text: string;
  readonly format: TextFormat;
  readonly value: JsonObject;
  /** The document when it is a list (of ARM resources); `value` is empty then. */
  readonly list?: JsonArray;
}

type Test = readonly [kind: DocumentKind, is: (value: JsonObject) => boolean];

/** In the order in which they are asked: the first that says yes. */
const TESTS: readonly Test[] = [
  ['openapi-2', (value) => versionOf(value, 'swagger').startsWith('2')],
  ['openapi-3', (value) => /^3(?:\.|$)/.test(versionOf(value, 'openapi'))],
  ['postman-collection', isCollection],
  ['postman-environment', (value) => arrayMember(value, 'values')?.every(hasKey) === true && hasName(value)],
  ['arm-connector', (value) => customApisIn(value).length > 0],
  ['api-properties', (value) => isObject(member(value, 'properties')) && isConnectorProperties(value['properties'])],
];

/**
 * Says what the bytes of one document are.
 * @throws Failure (`usage`) that names the source, and says why it is none that can be imported.
 */
export function recognise(source: string, bytes: Uint8Array): Recognised {
  const { text, usable, findings } = decodeText(source, bytes);
  if (!usable) throw unreadable(source, text, findings[0]);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw refused(source, 'it is a web page or XML, not JSON or YAML');
  const format = formatOfText(text);
  const parsed = format === 'json' ? parseJson(source, text) : parseYaml(source, text);
  if (parsed.value === undefined) throw unreadable(source, text, parsed.findings[0]);
  if (isArray(parsed.value) && customApisIn(parsed.value).length > 0) {
    return { kind: 'arm-connector', source, text, format, value: {}, list: parsed.value };
  }
  if (!isObject(parsed.value)) {
    throw refused(source, `it holds ${nameOf(parsed.value)}, not an object`);
  }
  const kind = TESTS.find(([, is]) => is(parsed.value as JsonObject))?.[0];
  if (kind === undefined) throw refused(source, whyNot(parsed.value));
  return { kind, source, text, format, value: parsed.value };
}

/** By what the text begins with, not by the name: a download may have any. */
function formatOfText(text: string): TextFormat {
  return /^\s*[{[]/.test(text) ? 'json' : 'yaml';
}

/** `2.0` and `3.0` may be numbers in YAML. */
function versionOf(value: JsonObject, key: string): string {
  const version = member(value, key);
  return typeof version === 'string' || typeof version === 'number' ? String(version) : '';
}

function isCollection(value: JsonObject): boolean {
  const schema = stringMember(member(value, 'info'), 'schema') ?? '';
  if (/postman.*collection/i.test(schema)) return true;
  const isTwo = isArray(member(value, 'item')) && isObject(member(value, 'info'));
  const isOne = isArray(member(value, 'requests')) && (hasName(value) || isArray(member(value, 'order')));
  // What Postman's own API answers with.
  const wrapped = member(value, 'collection');
  return isTwo || isOne || (isObject(wrapped) && isObject(member(wrapped, 'info')));
}

function isConnectorProperties(properties: Json | undefined): boolean {
  return ['connectionParameters', 'iconBrandColor', 'policyTemplateInstances'].some(
    (key) => member(properties, key) !== undefined,
  );
}

function hasName(value: JsonObject): boolean {
  return stringMember(value, 'name') !== undefined;
}

function hasKey(value: Json): boolean {
  return stringMember(value, 'key') !== undefined;
}

function nameOf(value: Json): string {
  return isArray(value) ? 'a list' : value === null ? 'nothing' : `a ${typeof value}`;
}

/** The nearest thing that it could have been meant as. */
function whyNot(value: JsonObject): string {
  const swagger = versionOf(value, 'swagger');
  if (swagger !== '') return `it says "swagger: ${swagger}", and only 2.0 is read`;
  const openapi = versionOf(value, 'openapi');
  if (openapi !== '') return `it says "openapi: ${openapi}", and only 3.0 and 3.1 are read`;
  if (isOfAzure(value)) return `it holds no custom connector of Logic Apps${linkWords(value)}`;
  if (isObject(member(value, 'paths')))
    return 'it has "paths", but neither "swagger" nor "openapi" says which version of OpenAPI it is';
  if (member(value, 'asyncapi') !== undefined) return 'it is AsyncAPI, and connectors call HTTP APIs';
  if (member(value, 'log') !== undefined) return 'it looks like a recording of a browser (HAR)';
  const keys = Object.keys(value).slice(0, 4);
  return keys.length === 0
    ? 'it holds an empty object'
    : `nothing is known by the keys ${keys.map((key) => `"${key.slice(0, 40)}"`).join(', ')}`;
}

/** A template, or a resource, of something else. */
function isOfAzure(value: JsonObject): boolean {
  const schema = stringMember(value, '$schema') ?? '';
  const isTemplate = /deploymentTemplate\.json/i.test(schema) || member(value, 'contentVersion') !== undefined;
  const isResource = /^microsoft\.\w+\//i.test(stringMember(value, 'type') ?? '');
  return isResource || (isTemplate && typeof member(value, 'resources') === 'object');
}

function linkWords(value: JsonObject): string {
  const resources = Object.values(objectMember(value, 'resources') ?? arrayMember(value, 'resources') ?? {});
  const isLinked = resources.some((one) => member(member(one, 'properties'), 'templateLink') !== undefined);
  return isLinked ? ', and the templates that it links to are not fetched' : '';
}

function refused(source: string, why: string): Failure {
  return new Failure('usage', `"${source}" cannot be imported: ${why}`, {
    hint: 'Give an OpenAPI document (2.0, 3.0, 3.1), a Postman collection, a folder of paconn, or an ARM resource of a custom connector',
  });
}

interface Reason {
  readonly message: string;
  readonly hint?: string;
  readonly at: { readonly file: string; readonly offset?: number } | object;
}

function unreadable(source: string, text: string, reason: Reason | undefined): Failure {
  const offset = reason !== undefined && 'offset' in reason.at ? reason.at.offset : undefined;
  const place = typeof offset === 'number' ? positionAt(text, offset) : undefined;
  const where = place === undefined ? '' : `${place.line}:${place.column} `;
  const why = reason?.message ?? 'it is neither JSON nor YAML';
  const hint = reason?.hint === undefined ? {} : { hint: reason.hint };
  return new Failure('usage', `"${source}" cannot be read: ${where}${why}`, hint);
}
