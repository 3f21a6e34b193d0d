import { member, type JsonObject } from '../../domain/json.ts';
import { operationsOf, type Operation, type Parameter } from '../../domain/operation.ts';
import type { Pointer } from '../../domain/pointer.ts';
import { listIn, propertiesOf, resultSchema, simplified } from './listed-elements.ts';

/** A parameter that takes the id of something, and the operation that lists these things with a name. */
export interface DynamicValues {
  /** Where the parameter is defined, in the published document. */
  readonly at: Pointer;
  readonly parameter: string;
  /** Operations that have the parameter. */
  readonly usedBy: string;
  readonly listedBy: string;
  /** What `x-ms-dynamic-values` is to say. */
  readonly value: JsonObject;
}

interface Listing {
  readonly noun: string;
  readonly operationId: string;
  readonly collection: string | undefined;
  readonly idOf: readonly string[];
  readonly title: string;
}

/** The parameters of an OpenAPI 2.0 document for which makers could choose from a list, each once. */
export function findDynamicValues(document: JsonObject): DynamicValues[] {
  const operations = operationsOf(document);
  const listings = operations.flatMap((operation) => listingOf(document, operation) ?? []);
  const found = new Map<Pointer, DynamicValues>();
  for (const operation of operations) {
    for (const parameter of operation.parameters) {
      const match = found.has(parameter.definedAt) ? undefined : matchFor(operation, parameter, listings);
      if (match !== undefined) found.set(parameter.definedAt, match);
    }
  }
  return [...found.values()];
}

function matchFor(operation: Operation, parameter: Parameter, listings: readonly Listing[]): DynamicValues | undefined {
  const { value, name, location, definedAt } = parameter;
  if (location !== 'path' && location !== 'query') return undefined;
  if (['x-ms-dynamic-values', 'x-ms-dynamic-list', 'enum'].some((key) => member(value, key) !== undefined))
    return undefined;
  const wanted = nounsOf(name, operation.path);
  const listing = listings.find((one) => wanted.includes(one.noun) && one.operationId !== operation.id);
  const path =
    listing?.idOf.find((key) => simplified(key) === simplified(name)) ??
    listing?.idOf.find((key) => simplified(key) === 'id');
  if (listing === undefined || path === undefined || operation.id === undefined) return undefined;
  return {
    at: definedAt,
    parameter: name,
    usedBy: operation.id,
    listedBy: listing.operationId,
    value: {
      operationId: listing.operationId,
      ...(listing.collection === undefined ? {} : { 'value-collection': listing.collection }),
      'value-path': path,
      'value-title': listing.title,
    },
  };
}

/** `pet` for `petId` and `pet_id`; for a plain `id` the segment before it in the path. */
function nounsOf(name: string, path: string): string[] {
  const own = /^(.+?)(?:[_-]?(?:id|key|sid|guid|uuid))$/i.exec(name)?.[1];
  if (own !== undefined && own !== '') return [singular(own)];
  if (!/^(?:id|key|sid|guid|uuid)$/i.test(name)) return [];
  const before = path.split('/').find((segment, index, all) => all[index + 1] === `{${name}}`);
  return before === undefined ? [] : [singular(before)];
}

/** An operation that gives a list of things with an id and a name, and can be called without asking for anything. */
function listingOf(document: JsonObject, operation: Operation): Listing | undefined {
  const { verb, path, id, parameters, value } = operation;
  if (verb !== 'get' || id === undefined || path.includes('{')) return undefined;
  if (parameters.some(({ required, value: one }) => required && member(one, 'default') === undefined)) return undefined;
  const segment = path.split('/').findLast((one) => one !== '');
  const list = listIn(document, resultSchema(document, value));
  if (segment === undefined || list === undefined) return undefined;
  const keys = propertiesOf(document, list.items).map(({ name, type }) => [name, type] as const);
  const title = titleAmong(keys);
  const ids = keys
    .filter(
      ([key, type]) =>
        /(?:^|[_-])(?:id|key|sid|guid|uuid)$|[a-z](?:Id|ID|Key|Sid|Guid)$/.test(key) && type !== 'object',
    )
    .map(([key]) => key);
  if (title === undefined || ids.length === 0) return undefined;
  return { noun: singular(segment), operationId: id, collection: list.collection, idOf: ids, title };
}

const TITLES = ['name', 'title', 'displayname', 'label', 'fullname', 'friendlyname', 'summary', 'subject', 'email'];

function titleAmong(keys: readonly (readonly [string, string])[]): string | undefined {
  const texts = keys.filter(([, type]) => type === 'string').map(([key]) => key);
  for (const wanted of TITLES) {
    const found = texts.find((key) => simplified(key) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function singular(noun: string): string {
  return simplified(noun)
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}
