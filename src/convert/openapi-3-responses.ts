import { entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
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
import { collectionFormatOf } from './openapi-3-parameters.ts';
import { referenceOf, resolved, rewrittenReference, writtenOut } from './openapi-3-references.ts';
import { flatText, simpleEntries } from './openapi-3-simple-type.ts';
import { quoted } from './openapi-3-wording.ts';

/** The responses of an operation. 2.0 wants at least one, and has no ranges of codes. */
export function convertResponses(conversion: Conversion, value: Json | undefined, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  const codes = new Set(entriesOf(value).map(([code]) => code));
  const entries = entriesOf(value).flatMap(([code, response]): Entry[] => {
    if (code.startsWith('x-')) {
      conversion.trace(child(place.to, code), child(place.from, code), true);
      return [[code, response]];
    }
    const target = codeFor(conversion, code, codes, place);
    return target === undefined
      ? []
      : [[target, convertResponse(conversion, response, memberPlace(place, code, target))]];
  });
  const some = entries.some(([code]) => !code.startsWith('x-'));
  return Object.fromEntries(some ? entries : [...entries, ['default', { description: '' }]]);
}

/** `2XX` is 200 where that is free; other ranges are left out, as `default` stands for them. */
function codeFor(conversion: Conversion, code: string, codes: ReadonlySet<string>, place: Place): string | undefined {
  if (/^(\d{3}|default)$/.test(code)) return code;
  const target = /^[1-5]XX$/i.test(code) ? `${code[0]}00` : undefined;
  const free = target !== undefined && !codes.has(target) && code.startsWith('2');
  const outcome = free ? `is taken as ${target}` : 'is left out';
  conversion.lose(
    child(place.from, code),
    'response code',
    `OpenAPI 2.0 has no response code ${quoted(code)}, so it ${outcome}`,
  );
  return free ? target : undefined;
}

export function convertResponse(conversion: Conversion, value: Json, place: Place): JsonObject {
  const reference = referenceOf(value);
  if (reference === undefined) return convertOwn(conversion, value, place);
  conversion.trace(place.to, place.from);
  const rewritten = rewrittenReference(conversion, reference);
  if (rewritten !== undefined) {
    resolved(conversion, value, place.from);
    conversion.trace(child(place.to, '$ref'), child(place.from, '$ref'));
    return { $ref: rewritten };
  }
  const inPlace = (found: Json, at: Place): JsonObject => convertOwn(conversion, found, at);
  return writtenOut(conversion, value, place, inPlace) ?? { description: '' };
}

function convertOwn(conversion: Conversion, response: Json, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  const entries = entriesOf(response).flatMap(([key, value]) => responseKey(conversion, key, value, place));
  const described = entries.some(([key]) => key === 'description');
  return Object.fromEntries(described ? entries : [['description', ''], ...entries]);
}

function responseKey(conversion: Conversion, key: string, value: Json, place: Place): readonly Entry[] {
  if (key === 'content') return contentEntries(conversion, value, place);
  if (key === 'headers') return headersEntry(conversion, value, place);
  if ((key === 'description' && typeof value === 'string') || key.startsWith('x-')) {
    conversion.trace(child(place.to, key), child(place.from, key), true);
    return [[key, value]];
  }
  const message = key === 'links' ? 'OpenAPI 2.0 has no links' : `${quoted(key)} has no counterpart in OpenAPI 2.0`;
  if (!(isObject(value) && Object.keys(value).length === 0)) conversion.lose(child(place.from, key), key, message);
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
    conversion.trace(child(place.to, 'examples', type.name), example.from, true);
    return [[type.name, example.value]];
  });
  return [
    ...(hasSchema ? [['schema', bodySchema(conversion, chosen, to, place.depth + 1)] as Entry] : []),
    ...(examples.length > 0 ? [['examples', Object.fromEntries(examples)] as Entry] : []),
    ...mediaTypeExtensions(conversion, chosen, place.to),
  ];
}

function chooseContent(conversion: Conversion, content: Json | undefined, from: string): ChosenMediaType | undefined {
  return chooseMediaType(conversion, mediaTypesOf(content, from), {
    preferred: [isJson],
    carried: ['example', 'examples'],
  });
}

/** The media types of all responses of an operation, references followed: what 2.0 says once for all of them. Those of success first. */
export function producesOf(conversion: Conversion, responses: Json | undefined, from: string): string[] {
  const success = entriesOf(responses).filter(([code]) => code.startsWith('2'));
  const names = [...success, ...entriesOf(responses)].flatMap(([code, response]) => {
    const target = resolved(conversion, response, child(from, code));
    return chooseContent(conversion, member(target.value, 'content'), child(target.from, 'content'))?.names ?? [];
  });
  return [...new Set(names)];
}

function headersEntry(conversion: Conversion, headers: Json, place: Place): readonly Entry[] {
  const at = memberPlace(place, 'headers');
  const entries = entriesOf(headers)
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .flatMap(([name, header]): Entry[] => {
      const one = resolved(conversion, header, child(at.from, name));
      if (!isObject(one.value)) return [];
      return [[name, convertHeader(conversion, name, one.value, { ...memberPlace(at, name), from: one.from })]];
    });
  conversion.trace(at.to, at.from);
  return entries.length === 0 ? [] : [['headers', Object.fromEntries(entries)]];
}

const HEADER_READ = new Set(['schema', 'style', 'explode', 'description']);
/** Flags that say nothing when they are false. */
const HEADER_FLAGS = new Set(['required', 'deprecated']);

function convertHeader(conversion: Conversion, name: string, header: JsonObject, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  const schema = member(header, 'schema') ?? { type: 'string' };
  const flat = flatSchema(conversion, schema, child(place.from, 'schema'));
  const subject = `header ${quoted(name)}`;
  const own = entriesOf(header).filter(([key]) => key.startsWith('x-'));
  const description = stringMember(header, 'description') ?? flatText(flat, 'description')?.value;
  for (const key of ['description', ...own.map(([name]) => name)])
    if (Object.hasOwn(header, key)) conversion.trace(child(place.to, key), child(place.from, key), true);
  for (const [key, value] of entriesOf(header))
    if (!HEADER_READ.has(key) && !key.startsWith('x-') && !(HEADER_FLAGS.has(key) && value === false))
      conversion.lose(child(place.from, key), key, `${quoted(key)} has no counterpart on a header of OpenAPI 2.0`);
  return Object.fromEntries<Json>([
    ...(description === undefined ? [] : [['description', description] as Entry]),
    ...simpleEntries({ conversion, place, subject }, flat, collectionFormatOf({ ...header, in: 'header' })),
    ...own,
  ]);
}
