import { entriesOf, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { collectionFormatOf, writtenForm } from './openapi-3-collection-format.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { flatSchema } from './openapi-3-flat-schema.ts';
import { meant } from './openapi-3-keys.ts';
import type { FlatSchema } from './openapi-3-merge.ts';
import { flatText, simpleEntries } from './openapi-3-simple-type.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

/** One parameter as it stands: what its schema says stands beside its name. */
export function convertOwnParameter(conversion: Conversion, parameter: JsonObject, found: Place): JsonObject {
  const place = conversion.settle(found);
  const flat = schemaOf(conversion, parameter, place);
  const writtenAs = writtenForm(parameter);
  const entries = entriesOf(parameter).flatMap(([key, value]) =>
    parameterKey({ conversion, parameter, flat, place, writtenAs }, key, value),
  );
  const texts = textEntries(conversion, parameter, flat, place);
  const typed = entries.some(([key]) => key === 'type');
  const missing = typed ? [] : simpleEntries({ conversion, place, subject: subjectOf(parameter), writtenAs }, flat);
  const converted = Object.fromEntries([...entries, ...missing, ...texts]);
  return member(parameter, 'in') === 'path' ? inPath(converted) : converted;
}

/** A value in a path is always there, and OpenAPI 3 escapes what has a meaning in addresses. */
function inPath(converted: JsonObject): JsonObject {
  return { ...converted, required: true, 'x-ms-url-encoding': converted['x-ms-url-encoding'] ?? 'single' };
}

function subjectOf(parameter: JsonObject): string {
  return `parameter ${quoted(stringMember(parameter, 'name') ?? '')}`;
}

interface ParameterContext {
  readonly conversion: Conversion;
  readonly parameter: JsonObject;
  readonly flat: FlatSchema;
  readonly place: Place;
  /** What an object is written as. */
  readonly writtenAs: string | undefined;
}

/** `style` and `explode` are read with the schema. */
const READ_ELSEWHERE = new Set(['style', 'explode']);
const KEPT = new Set(['name', 'in', 'description', 'required']);
const PARAMETER_KEYS =
  'name in description required deprecated allowEmptyValue allowReserved style explode schema content example examples'.split(
    ' ',
  );
/** Flags that say nothing when they are false. */
const FLAGS = new Set(['deprecated', 'allowReserved', 'allowEmptyValue']);

function parameterKey(context: ParameterContext, key: string, value: Json): readonly Entry[] {
  const { conversion, parameter, flat, place, writtenAs } = context;
  if (key === 'schema' || key === 'content') {
    const subject = subjectOf(parameter);
    const own = simpleEntries({ conversion, place, subject, writtenAs }, flat, collectionFormatOf(parameter));
    // What the parameter says itself wins over what its schema says.
    return own.filter(([name]) => !Object.hasOwn(parameter, name));
  }
  const emptyKept = key === 'allowEmptyValue' && member(parameter, 'in') === 'query';
  if (KEPT.has(key) || key.startsWith('x-') || emptyKept)
    return verbatimEntry(conversion, key, value, memberPlace(place, key));
  if (!READ_ELSEWHERE.has(key) && !(FLAGS.has(key) && value === false))
    conversion.lose(
      child(place.from, key),
      key,
      `${quoted(key)} has no counterpart on a parameter of OpenAPI 2.0`,
      meant(key, PARAMETER_KEYS),
    );
  return [];
}

/** The schema's words are the parameter's when it has none of its own: its title is what makers see as summary. */
function textEntries(conversion: Conversion, parameter: JsonObject, flat: FlatSchema, place: Place): readonly Entry[] {
  return (
    [
      ['description', 'description'],
      ['title', 'x-ms-summary'],
    ] as const
  ).flatMap(([key, target]): Entry[] => {
    const text = flatText(flat, key);
    if (text === undefined || Object.hasOwn(parameter, target) || (key === 'title' && flat.keys.has(target))) return [];
    conversion.trace(child(place.to, target), text.from);
    return [[target, text.value]];
  });
}

/** A parameter with `content` instead of a schema is a text in that media type. */
function schemaOf(conversion: Conversion, parameter: JsonObject, place: Place): FlatSchema {
  const content = entriesOf(member(parameter, 'content'));
  const [first] = content;
  if (first === undefined) return flatSchema(conversion, member(parameter, 'schema'), child(place.from, 'schema'));
  const [mediaType] = first;
  const from = child(place.from, 'content', mediaType);
  conversion.lose(
    from,
    'content',
    `The value is a text of the media type ${quoted(mediaType)}, and OpenAPI 2.0 only says that it is a text`,
  );
  return { from, properties: new Map(), required: new Map(), keys: new Map([['type', { value: 'string', from }]]) };
}
