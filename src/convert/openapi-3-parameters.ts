import {
  entriesOf,
  isArray,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { flatSchema, type FlatSchema } from './openapi-3-flat-schema.ts';
import { referenceOf, resolved, rewrittenReference, writtenOut } from './openapi-3-references.ts';
import { flatText, simpleEntries, simpleTypeOf } from './openapi-3-simple-type.ts';
import { quoted } from './openapi-3-wording.ts';

/** A list of parameters; `first` is the index that the first one gets in the result. Left out are those that 2.0 cannot say. */
export function convertParameters(
  conversion: Conversion,
  value: Json | undefined,
  place: Place,
  first: number,
): JsonObject[] {
  const converted: JsonObject[] = [];
  for (const [index, parameter] of (isArray(value) ? value : []).entries()) {
    const at = memberPlace(place, index, first + converted.length);
    const one = convertParameter(conversion, parameter, at);
    if (one !== undefined) converted.push(one);
  }
  return converted;
}

/** One parameter, or a reference to one; undefined when it is left out. */
export function convertParameter(conversion: Conversion, value: Json, place: Place): JsonObject | undefined {
  if (!conversion.enter(place)) return undefined;
  const reference = referenceOf(value);
  if (!isObject(value)) conversion.lose(place.from, 'parameter', 'A parameter is not an object and is left out');
  if (reference === undefined) return isObject(value) ? convertOwn(conversion, value, place) : undefined;
  const { value: target, from } = resolved(conversion, value, place.from);
  if (!isObject(target) || !isCarried(conversion, target, from)) return undefined;
  conversion.trace(place.to, place.from);
  const rewritten = rewrittenReference(conversion, reference);
  if (rewritten !== undefined) {
    conversion.trace(child(place.to, '$ref'), child(place.from, '$ref'));
    return { $ref: rewritten };
  }
  return writtenOut(conversion, value, place, (found, at) =>
    isObject(found) ? convertOwn(conversion, found, at) : undefined,
  );
}

function convertOwn(conversion: Conversion, parameter: JsonObject, place: Place): JsonObject | undefined {
  if (!isCarried(conversion, parameter, place.from)) return undefined;
  conversion.trace(place.to, place.from);
  const flat = schemaOf(conversion, parameter, place);
  const entries = entriesOf(parameter).flatMap(([key, value]) =>
    parameterKey({ conversion, parameter, flat, place }, key, value),
  );
  const name = stringMember(parameter, 'name') ?? '';
  const texts = textEntries(conversion, parameter, flat, place);
  const typed = entries.some(([key]) => key === 'type');
  const missing = typed ? [] : simpleEntries({ conversion, place, subject: `parameter ${quoted(name)}` }, flat);
  const required: Entry[] = member(parameter, 'in') === 'path' ? [['required', true]] : [];
  return Object.fromEntries([...entries, ...missing, ...texts, ...required]);
}

interface ParameterContext {
  readonly conversion: Conversion;
  readonly parameter: JsonObject;
  readonly flat: FlatSchema;
  readonly place: Place;
}

/** `style` and `explode` are read with the schema. */
const READ_ELSEWHERE = new Set(['style', 'explode']);
const KEPT = new Set(['name', 'in', 'description', 'required']);
/** Flags that say nothing when they are false. */
const FLAGS = new Set(['deprecated', 'allowReserved', 'allowEmptyValue']);

function parameterKey(context: ParameterContext, key: string, value: Json): readonly Entry[] {
  const { conversion, parameter, flat, place } = context;
  if (key === 'schema' || key === 'content') {
    const subject = `parameter ${quoted(stringMember(parameter, 'name') ?? '')}`;
    const own = simpleEntries({ conversion, place, subject }, flat, collectionFormatOf(parameter));
    // What the parameter says itself wins over what its schema says.
    return own.filter(([name]) => !Object.hasOwn(parameter, name));
  }
  const emptyKept = key === 'allowEmptyValue' && member(parameter, 'in') === 'query';
  if (KEPT.has(key) || key.startsWith('x-') || emptyKept) {
    conversion.trace(child(place.to, key), child(place.from, key), true);
    return [[key, value]];
  }
  if (!READ_ELSEWHERE.has(key) && !(FLAGS.has(key) && value === false))
    conversion.lose(child(place.from, key), key, `${quoted(key)} has no counterpart on a parameter of OpenAPI 2.0`);
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
    conversion.trace(child(place.to, target), text.from, true);
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
  return { ...flatSchema(conversion, undefined, from), keys: new Map([['type', { value: 'string', from }]]) };
}

/** How the entries of an array follow each other, by 3.x's defaults; csv is 2.0's own. */
export function collectionFormatOf(parameter: JsonObject): string | undefined {
  const location = stringMember(parameter, 'in');
  const repeatable = location === 'query' || location === 'cookie' || location === 'formData';
  const style = stringMember(parameter, 'style') ?? (repeatable ? 'form' : 'simple');
  const explode = member(parameter, 'explode') ?? style === 'form';
  if (repeatable && explode === true) return 'multi';
  if (style === 'spaceDelimited') return 'ssv';
  return style === 'pipeDelimited' ? 'pipes' : 'csv';
}

/** 3.x says itself that these header parameters mean nothing: media types and security say it. */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** Whether 2.0 can say a parameter; when it cannot, that is reported, and refused if callers must send it. */
function isCarried(conversion: Conversion, parameter: JsonObject, from: string): boolean {
  const name = quoted(stringMember(parameter, 'name') ?? '');
  const location = stringMember(parameter, 'in');
  const required = member(parameter, 'required') === true || location === 'path';
  const style = stringMember(parameter, 'style');
  if (location === 'header' && IGNORED_HEADERS.has(stringMember(parameter, 'name')?.toLowerCase() ?? '')) {
    conversion.lose(from, 'header parameter', `The header ${name} follows from media types and security`);
    return false;
  }
  if (location === 'cookie') {
    const hint = 'Set the cookie by a policy, or ask for it in the connection';
    conversion.drop(
      required,
      from,
      'cookie parameter',
      `The parameter ${name} is a cookie, which OpenAPI 2.0 does not have`,
      hint,
    );
    return false;
  }
  if (style === 'matrix' || style === 'label') {
    conversion.drop(
      required,
      from,
      'style',
      `The parameter ${name} has the style "${style}", which OpenAPI 2.0 does not have`,
    );
    return false;
  }
  if (!isObjectParameter(conversion, parameter, from)) return true;
  const hint = 'Describe each of its fields as a parameter';
  conversion.drop(
    required,
    from,
    'object parameter',
    `The parameter ${name} is an object, which OpenAPI 2.0 cannot say`,
    hint,
  );
  return false;
}

function isObjectParameter(conversion: Conversion, parameter: JsonObject, from: string): boolean {
  const schema = objectMember(parameter, 'schema');
  return schema !== undefined && simpleTypeOf(flatSchema(conversion, schema, child(from, 'schema'))) === 'object';
}
