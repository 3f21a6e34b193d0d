import { entriesOf, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { loseUnknown } from './openapi-3-keys.ts';
import { convertSchema } from './openapi-3-schemas.ts';
import { resolved, type Resolved } from './openapi-3-references.ts';
import { sameTree } from './openapi-3-same-tree.ts';
import { verbatim, verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

/** One entry of `content`. */
export interface MediaType {
  readonly name: string;
  readonly value: Json;
  readonly from: Pointer;
}

export function mediaTypesOf(content: Json | undefined, from: Pointer): MediaType[] {
  return entriesOf(content).map(([name, value]) => ({ name, value, from: child(from, name) }));
}

export function isJson({ name }: MediaType): boolean {
  return /^((application|text)\/([\w.+-]+\+)?json|\*\/\*|application\/\*)\s*(;|$)/i.test(name);
}

export function isForm({ name }: MediaType): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(name);
}

/** The media type whose schema the result has, and those that share it; any other schema is a loss. */
export interface ChosenMediaType {
  readonly chosen: MediaType;
  /** What goes into `consumes` or `produces`. */
  readonly names: readonly string[];
}

export interface MediaTypeUse {
  /** The first that fits any is taken. */
  readonly preferred: readonly ((type: MediaType) => boolean)[];
  /** Keys that the result also has of media types that are not chosen. */
  readonly carried: readonly string[];
}

/** Takes JSON before forms before anything else, and reports what the others would have said. */
export function chooseMediaType(
  conversion: Conversion,
  types: readonly MediaType[],
  { preferred, carried }: MediaTypeUse,
): ChosenMediaType | undefined {
  const chosen = preferred.map((test) => types.find(test)).find((type) => type !== undefined) ?? types[0];
  if (chosen === undefined) return undefined;
  const schema = member(chosen.value, 'schema');
  const sharing = types.filter((type) => {
    if (type === chosen) return true;
    const shares = isForm(type) === isForm(chosen) && sameTree(member(type.value, 'schema') ?? schema, schema);
    if (shares) reportBeside(conversion, type, carried);
    else reportOther(conversion, type, chosen);
    return shares;
  });
  // The first one is what a connector sends.
  return { chosen, names: [...new Set([chosen, ...sharing])].map(({ name }) => name) };
}

function reportBeside(conversion: Conversion, { name, value, from }: MediaType, carried: readonly string[]): void {
  for (const [key] of entriesOf(value))
    if (key !== 'schema' && !carried.includes(key))
      conversion.lose(child(from, key), key, `${quoted(key)} of the media type ${quoted(name)} has no counterpart`);
}

function reportOther(conversion: Conversion, { name, from }: MediaType, chosen: MediaType): void {
  const message = `OpenAPI 2.0 takes one schema, so ${quoted(name)} is left out beside ${quoted(chosen.name)}`;
  conversion.lose(from, 'media type', message);
}

/** The schema of a body. Bytes and texts may come without one since 3.1. */
export function bodySchema(
  conversion: Conversion,
  { name, value, from }: MediaType,
  to: Pointer,
  depth: number,
): JsonObject {
  const schema = member(value, 'schema');
  const place: Place = { from: child(from, 'schema'), to, depth };
  if (schema !== undefined && !isEmpty(schema)) return convertSchema(conversion, schema, place);
  conversion.trace(to, from);
  if (/^text\//i.test(name)) return { type: 'string' };
  if (/^(application\/(octet-stream|pdf|zip)|image\/|audio\/|video\/)/i.test(name))
    return { type: 'string', format: 'binary' };
  return {};
}

function isEmpty(schema: Json): boolean {
  return isObject(schema) && Object.keys(schema).length === 0;
}

/** The first example of a media type. More than one, and those that are elsewhere, are losses. */
export function exampleOf(conversion: Conversion, { name, value, from }: MediaType): Example | undefined {
  const own = member(value, 'example');
  const named = entriesOf(member(value, 'examples')).map(([key, entry]) => {
    const target = resolved(conversion, entry, child(from, 'examples', key));
    loseWords(conversion, target);
    return { value: member(target.value, 'value'), from: child(target.from, 'value') };
  });
  const usable = named.flatMap(({ value: example, from: at }) =>
    example === undefined ? [] : [{ value: example, from: at }],
  );
  const written = own === undefined ? usable[0] : { value: own, from: child(from, 'example') };
  const carried = written === undefined ? undefined : verbatim(conversion, written.value, written.from, 'example');
  const kept = carried === undefined || written === undefined ? undefined : { ...written, value: carried };
  if (named.length > (own === undefined && written !== undefined ? 1 : 0))
    conversion.lose(child(from, 'examples'), 'examples', `Of the examples of ${quoted(name)} only one is kept`);
  return kept;
}

/** The words of an example, and one that is elsewhere. */
function loseWords(conversion: Conversion, { value, from }: Resolved): void {
  for (const [key] of entriesOf(value))
    if (key !== 'value') conversion.lose(child(from, key), key, `${quoted(key)} of an example has no counterpart`);
}

export interface Example {
  readonly value: Json;
  readonly from: Pointer;
}

const KNOWN = ['schema', 'example', 'examples', 'encoding'];

/** Extensions of a media type, which go to what carries its schema, and losses for the rest. */
export function mediaTypeExtensions(conversion: Conversion, { value, from }: MediaType, to: Pointer): readonly Entry[] {
  loseUnknown(conversion, value, from, { known: KNOWN, of: 'a media type', extensions: true });
  return entriesOf(value).flatMap(([key, extension]) =>
    key.startsWith('x-') ? verbatimEntry(conversion, key, extension, memberPlace({ from, to, depth: 0 }, key)) : [],
  );
}
