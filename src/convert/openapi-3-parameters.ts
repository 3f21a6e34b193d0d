import { isArray, isObject, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';
import { movedPlace, type Conversion, type Place } from './openapi-3-conversion.ts';
import { cookieHeader, cookiesIn, isCookie } from './openapi-3-cookies.ts';
import { fieldParameter, objectFields, type ObjectField } from './openapi-3-object-parameters.ts';
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

/** An entry of a list, with what it refers to. */
interface Listed {
  readonly entry: Json;
  readonly place: Place;
  readonly parameter: JsonObject;
  readonly from: Pointer;
  /** Of an object that is written field by field. */
  readonly fields: readonly ObjectField[] | undefined;
}

/** A list of parameters; `place.to` is the list in the result. Objects become one for each field, all cookies one header. */
export function convertParameters(
  conversion: Conversion,
  value: Json | undefined,
  place: Place,
  { first, inherited }: ListContext,
): JsonObject[] {
  const all = listedIn(conversion, value, place);
  const cookies = all.filter(({ parameter }) => isCookie(parameter));
  const taken = all.some(({ fields }) => fields !== undefined) ? queryNames(all) : new Set<string>();
  const converted: JsonObject[] = [];
  for (const listed of all)
    if (!isCookie(listed.parameter) && !isIgnored(conversion, listed.parameter, listed.from))
      converted.push(...convertListed({ conversion, taken }, listed, first + converted.length));
  if (cookies.length > 0) {
    const shared = cookiesIn(conversion, inherited, parentOf(parentOf(place.from)));
    const own = cookies.map(({ parameter, from }) => ({ value: parameter, from }));
    converted.push(cookieHeader(conversion, own, shared, child(place.to, first + converted.length)));
  }
  return converted;
}

function listedIn(conversion: Conversion, value: Json | undefined, place: Place): Listed[] {
  return (isArray(value) ? value : []).flatMap((entry, index): Listed[] => {
    const at: Place = { from: child(place.from, index), to: place.to, depth: place.depth + 1 };
    if (!conversion.enter(at)) return [];
    const { value: parameter, from } = resolved(conversion, entry, at.from);
    if (isObject(parameter))
      return [{ entry, place: at, parameter, from, fields: objectFields(conversion, parameter, from) }];
    if (parameter !== undefined) loseNoObject(conversion, at.from);
    return [];
  });
}

/** The names of the query's own parameters: a field of an object that is called like one is not said twice. */
function queryNames(all: readonly Listed[]): Set<string> {
  return new Set(
    all.flatMap(({ parameter, fields }) => {
      const isQuery = stringMember(parameter, 'in') === 'query' && fields === undefined;
      return isQuery ? (stringMember(parameter, 'name') ?? []) : [];
    }),
  );
}

interface Listing {
  readonly conversion: Conversion;
  readonly taken: Set<string>;
}

function convertListed({ conversion, taken }: Listing, listed: Listed, index: number): JsonObject[] {
  const { entry, place, parameter, from, fields } = listed;
  const to = child(place.to, index);
  if (fields !== undefined) return convertFields({ conversion, taken }, listed, fields, index);
  const reference = referenceOf(entry);
  const rewritten = reference === undefined ? undefined : rewrittenReference(conversion, reference);
  if (rewritten === undefined) return [convertOwnParameter(conversion, parameter, { from, to, depth: place.depth })];
  conversion.trace(to, place.from);
  return [{ $ref: rewritten }];
}

function convertFields(
  { conversion, taken }: Listing,
  { parameter, place }: Listed,
  all: readonly ObjectField[],
  index: number,
): JsonObject[] {
  const fields = all.filter(({ name }) => !taken.has(name));
  for (const { name, from } of all)
    if (taken.has(name)) conversion.lose(from, 'parameter', `The query has a parameter ${quoted(name)} already`);
  for (const { name } of fields) taken.add(name);
  return fields.map((field, offset) =>
    fieldParameter(conversion, parameter, field, {
      from: field.from,
      to: child(place.to, index + offset),
      depth: place.depth,
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
