import { entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { movedPlace, memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { flatSchema } from './openapi-3-flat-schema.ts';
import {
  bodySchema,
  chooseMediaType,
  exampleOf,
  isJson,
  mediaTypeExtensions,
  mediaTypesOf,
  type ChosenMediaType,
} from './openapi-3-media-types.ts';
import { meant } from './openapi-3-keys.ts';
import { collectionFormatOf } from './openapi-3-collection-format.ts';
import { referenceOf, resolved, rewrittenReference, writtenOut } from './openapi-3-references.ts';
import { flatText, simpleEntries } from './openapi-3-simple-type.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

/** The responses of an operation. 2.0 wants at least one, and has no ranges of codes. */
export function convertResponses(conversion: Conversion, value: Json | undefined, place: Place): JsonObject {
  const settled = conversion.settle(place);
  const codes = new Set(entriesOf(value).map(([code]) => code));
  const entries = entriesOf(value).flatMap(([code, response]): Entry[] => {
    if (code.startsWith('x-')) return [...verbatimEntry(conversion, code, response, memberPlace(settled, code))];
    const target = codeFor(conversion, code, codes, place);
    return target === undefined
      ? []
      : [[target, convertResponse(conversion, response, memberPlace(settled, code, target))]];
  });
  const some = entries.some(([code]) => !code.startsWith('x-'));
  return Object.fromEntries(some ? entries : [...entries, ['default', { description: '' }]]);
}

/** A range of codes is its first, where that is free: `4XX` is 400. */
function codeFor(conversion: Conversion, code: string, codes: ReadonlySet<string>, place: Place): string | undefined {
  if (/^(\d{3}|default)$/.test(code)) return code;
  const target = /^[1-5]XX$/i.test(code) ? `${code[0]}00` : undefined;
  const free = target !== undefined && !codes.has(target);
  const outcome = free ? `is taken as ${target}` : 'is left out';
  conversion.lose(
    child(place.from, code),
    'response code',
    `OpenAPI 2.0 has no response code ${quoted(code)}, so it ${outcome}`,
    free ? undefined : meant(code, ['default']),
  );
  return free ? target : undefined;
}

export function convertResponse(conversion: Conversion, value: Json, place: Place): JsonObject {
  const reference = referenceOf(value);
  if (reference === undefined) return convertOwn(conversion, value, place);
  conversion.settle(place);
  const rewritten = rewrittenReference(conversion, reference);
  if (rewritten !== undefined) {
    resolved(conversion, value, place.from);
    return { $ref: rewritten };
  }
  const inPlace = (found: Json, at: Place): JsonObject => convertOwn(conversion, found, at);
  return writtenOut(conversion, value, place, inPlace) ?? { description: '' };
}

function convertOwn(conversion: Conversion, response: Json, place: Place): JsonObject {
  const settled = conversion.settle(place);
  const entries = entriesOf(response).flatMap(([key, value]) => responseKey(conversion, key, value, settled));
  const described = entries.some(([key]) => key === 'description');
  return Object.fromEntries(described ? entries : [['description', ''], ...entries]);
}

const RESPONSE_KEYS = ['description', 'headers', 'content', 'links'];

function responseKey(conversion: Conversion, key: string, value: Json, place: Place): readonly Entry[] {
  if (key === 'content') return contentEntries(conversion, value, place);
  if (key === 'headers') return headersEntry(conversion, value, place);
  if ((key === 'description' && typeof value === 'string') || key.startsWith('x-'))
    return verbatimEntry(conversion, key, value, memberPlace(place, key));
  const message = key === 'links' ? 'OpenAPI 2.0 has no links' : `${quoted(key)} has no counterpart in OpenAPI 2.0`;
  if (!(isObject(value) && Object.keys(value).length === 0))
    conversion.lose(child(place.from, key), key, message, meant(key, RESPONSE_KEYS));
  return [];
}

function contentEntries(conversion: Conversion, content: Json, place: Place): readonly Entry[] {
  const choice = chooseContent(conversion, content, child(place.from, 'content'));
  if (choice === undefined) return [];
  const { chosen } = choice;
  const to = child(place.to, 'schema');
  const hasSchema = member(chosen.value, 'schema') !== undefined || !isJson(chosen);
  const examples = mediaTypesOf(content, child(place.from, 'content')).flatMap((type): Entry[] => {
    const example = exampleOf(conversion, type);
    if (example === undefined) return [];
    conversion.trace(child(place.to, 'examples', type.name), example.from);
    return [[type.name, example.value]];
  });
  return [
    ...(hasSchema ? [['schema', bodySchema(conversion, chosen, to, place.depth + 1)] as Entry] : []),
    ...(examples.length > 0 ? [['examples', Object.fromEntries(examples)] as Entry] : []),
    ...mediaTypeExtensions(conversion, chosen, place.to),
  ];
}

const CHOSEN = new WeakMap<Conversion, Map<string, ChosenMediaType | undefined>>();

/** Asked for the response, and for what its operation produces: worked out once. */
function chooseContent(conversion: Conversion, content: Json | undefined, from: string): ChosenMediaType | undefined {
  const known = CHOSEN.get(conversion) ?? new Map<string, ChosenMediaType | undefined>();
  CHOSEN.set(conversion, known);
  if (!known.has(from)) known.set(from, choiceOf(conversion, content, from));
  return known.get(from);
}

function choiceOf(conversion: Conversion, content: Json | undefined, from: string): ChosenMediaType | undefined {
  return chooseMediaType(conversion, mediaTypesOf(content, from), {
    preferred: [isJson],
    carried: ['example', 'examples'],
  });
}

/** The media types of all responses of an operation, references followed: what 2.0 says once for all of them. Those of success first. */
export function producesOf(conversion: Conversion, responses: Json | undefined, from: string): string[] {
  const all = entriesOf(responses);
  const names = all
    .toSorted(([one], [two]) => Number(two.startsWith('2')) - Number(one.startsWith('2')))
    .flatMap(([code, response]) => {
      const target = resolved(conversion, response, child(from, code));
      return chooseContent(conversion, member(target.value, 'content'), child(target.from, 'content'))?.names ?? [];
    });
  return [...new Set(names)];
}

function headersEntry(conversion: Conversion, headers: Json, place: Place): readonly Entry[] {
  const at = conversion.settle(memberPlace(place, 'headers'));
  const entries = entriesOf(headers).flatMap(([name, header]): Entry[] => {
    const { value, from } = resolved(conversion, header, child(at.from, name));
    if (isObject(value) && name.toLowerCase() !== 'content-type')
      return [[name, convertHeader(conversion, name, value, movedPlace(memberPlace(at, name), from))]];
    if (value !== undefined)
      conversion.lose(child(at.from, name), 'header', `The header ${quoted(name)} says nothing that OpenAPI 2.0 takes`);
    return [];
  });
  return entries.length === 0 ? [] : [['headers', Object.fromEntries(entries)]];
}

const HEADER_READ = new Set(['schema', 'style', 'explode', 'description']);
const HEADER_KEYS = [...HEADER_READ, 'required', 'deprecated', 'example', 'examples', 'content'];
/** Flags that say nothing when they are false. */
const HEADER_FLAGS = new Set(['required', 'deprecated']);

function convertHeader(conversion: Conversion, name: string, header: JsonObject, found: Place): JsonObject {
  const place = conversion.settle(found);
  const schema = member(header, 'schema') ?? { type: 'string' };
  const flat = flatSchema(conversion, schema, child(place.from, 'schema'));
  const subject = `header ${quoted(name)}`;
  const extensions = entriesOf(header).flatMap(([key, value]) =>
    key.startsWith('x-') ? verbatimEntry(conversion, key, value, memberPlace(place, key)) : [],
  );
  const description = stringMember(header, 'description') ?? flatText(flat, 'description')?.value;
  for (const [key, value] of entriesOf(header))
    if (!HEADER_READ.has(key) && !key.startsWith('x-') && !(HEADER_FLAGS.has(key) && value === false))
      conversion.lose(
        child(place.from, key),
        key,
        `${quoted(key)} has no counterpart on a header of OpenAPI 2.0`,
        meant(key, HEADER_KEYS),
      );
  return Object.fromEntries<Json>([
    ...(description === undefined ? [] : [['description', description] as Entry]),
    ...simpleEntries({ conversion, place, subject }, flat, collectionFormatOf({ ...header, in: 'header' })),
    ...extensions,
  ]);
}
