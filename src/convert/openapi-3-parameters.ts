import { isArray, isObject, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';
import { movedPlace, type Conversion, type Place, type Sourced } from './openapi-3-conversion.ts';
import { cookieHeader, cookiesIn, isCookie } from './openapi-3-cookies.ts';
import { fieldParameter, objectFields } from './openapi-3-object-parameters.ts';
import { referenceOf, resolved, rewrittenReference } from './openapi-3-references.ts';
import { convertOwnParameter } from './openapi-3-parameter.ts';
import { quoted } from './openapi-3-wording.ts';

/** What a list of parameters is converted with. */
export interface ListContext {
  /** The index that the first one gets in the result. */
  readonly first: number;
  /** The list of the path around an operation: its cookies are in the same header. */
  readonly inherited: Json | undefined;
}

/** A list of parameters; `place.to` is the list in the result. Objects become one for each field, all cookies one header. */
export function convertParameters(
  conversion: Conversion,
  value: Json | undefined,
  place: Place,
  { first, inherited }: ListContext,
): JsonObject[] {
  const converted: JsonObject[] = [];
  const cookies: Sourced[] = [];
  const taken = queryNames(conversion, value, place.from);
  for (const [index, parameter] of (isArray(value) ? value : []).entries()) {
    const at: Place = { from: child(place.from, index), to: place.to, depth: place.depth + 1 };
    if (!conversion.enter(at)) break;
    const target = resolved(conversion, parameter, at.from);
    if (isCookie(target.value)) cookies.push({ value: target.value ?? null, from: target.from });
    else converted.push(...listed({ conversion, taken }, parameter, at, first + converted.length));
  }
  if (cookies.length > 0) {
    const shared = cookiesIn(conversion, inherited, parentOf(parentOf(place.from)));
    converted.push(cookieHeader(conversion, cookies, shared, child(place.to, first + converted.length)));
  }
  return converted;
}

/** The names of the query's own parameters: a field of an object that is called like one is not said twice. */
function queryNames(conversion: Conversion, value: Json | undefined, from: Pointer): Set<string> {
  const parameters = (isArray(value) ? value : []).map((entry, index) =>
    resolved(conversion, entry, child(from, index)),
  );
  return new Set(
    parameters.flatMap(({ value: parameter, from: at }) => {
      const isQuery = isObject(parameter) && stringMember(parameter, 'in') === 'query';
      if (!isQuery || objectFields(conversion, parameter, at) !== undefined) return [];
      return stringMember(parameter, 'name') ?? [];
    }),
  );
}

/** A parameter of the components; undefined when it is written out wherever it is used. */
export function convertSharedParameter(conversion: Conversion, value: Json, place: Place): JsonObject | undefined {
  if (!conversion.enter(place)) return undefined;
  const { value: parameter, from } = resolved(conversion, value, place.from);
  if (!isObject(parameter)) {
    if (parameter !== undefined) loseNoObject(conversion, place.from);
    return undefined;
  }
  if (isShareable(conversion, parameter, from))
    return convertOwnParameter(conversion, parameter, movedPlace(place, from));
  const name = place.from.slice('/components/parameters/'.length);
  if (!conversion.isUsed(`#/components/parameters/${name}`))
    conversion.lose(place.from, 'parameter', 'Nothing uses this parameter, and it has no place of its own');
  return undefined;
}

interface Listing {
  readonly conversion: Conversion;
  readonly taken: Set<string>;
}

function listed({ conversion, taken }: Listing, value: Json, place: Place, index: number): JsonObject[] {
  const to = child(place.to, index);
  const reference = referenceOf(value);
  const { value: parameter, from } = resolved(conversion, value, place.from);
  if (!isObject(parameter)) {
    if (parameter !== undefined) loseNoObject(conversion, place.from);
    return [];
  }
  if (isIgnored(conversion, parameter, from)) return [];
  const rewritten = reference === undefined ? undefined : rewrittenReference(conversion, reference);
  if (rewritten !== undefined && isShareable(conversion, parameter, from)) {
    conversion.trace(to, place.from);
    conversion.trace(child(to, '$ref'), child(place.from, '$ref'));
    return [{ $ref: rewritten }];
  }
  const all = objectFields(conversion, parameter, from);
  if (all === undefined) return [convertOwnParameter(conversion, parameter, { from, to, depth: place.depth })];
  const fields = all.filter(({ name }) => !taken.has(name));
  for (const { name, from: at } of all)
    if (taken.has(name)) conversion.lose(at, 'parameter', `The query has a parameter ${quoted(name)} already`);
  for (const { name } of fields) taken.add(name);
  return fields.map((field, offset) =>
    fieldParameter(conversion, parameter, field, {
      from: field.from,
      to: child(place.to, index + offset),
      depth: place.depth,
    }),
  );
}

function loseNoObject(conversion: Conversion, from: Pointer): void {
  conversion.lose(from, 'parameter', 'A parameter is not an object and is left out');
}

/** Whether a parameter has a place of its own among the components of 2.0. */
function isShareable(conversion: Conversion, parameter: JsonObject, from: Pointer): boolean {
  return (
    !isCookie(parameter) &&
    !isIgnored(conversion, parameter, from) &&
    objectFields(conversion, parameter, from) === undefined
  );
}

/** 3.x says itself that these header parameters mean nothing: media types and security say it. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** Whether 3.x itself says that a parameter means nothing. */
function isIgnored(conversion: Conversion, parameter: JsonObject, from: Pointer): boolean {
  const name = stringMember(parameter, 'name') ?? '';
  if (stringMember(parameter, 'in') !== 'header' || !IGNORED_HEADERS.has(name.toLowerCase())) return false;
  conversion.lose(from, 'header parameter', `The header ${quoted(name)} follows from media types and security`);
  return true;
}
