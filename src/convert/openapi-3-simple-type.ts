import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';
import { movedPlace, type Conversion, type Entry, type Place, type Sourced } from './openapi-3-conversion.ts';
import { flatSchema } from './openapi-3-flat-schema.ts';
import { silent, type KeyRule, type KeyRules } from './openapi-3-keys.ts';
import type { FlatSchema } from './openapi-3-merge.ts';
import { simpleTypeOf, type SimpleType } from './openapi-3-type-of.ts';
import { VALUE_RULES } from './openapi-3-value-rules.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

/** What a maker reads of a field, and what says nothing where only simple values stand. */
const SIMPLE_RULES: KeyRules = new Map<string, KeyRule>([
  ...VALUE_RULES,
  ['type', silent],
  ['items', silent],
  ['description', silent],
  ['title', silent],
]);

/** Keys whose absence changes nothing for a caller, with the words for the loss. */
const QUIET = new Set(['readOnly', 'writeOnly', 'deprecated']);

/** What says something of an object that is written as a text, or has a place elsewhere. */
const OF_OBJECTS = new Set(['type', 'title', 'description', 'nullable', ...QUIET]);

export interface SimpleContext {
  readonly conversion: Conversion;
  readonly place: Place;
  /** What it is, for messages: `parameter "x"`. */
  readonly subject: string;
  /** What an object is written as there: a JSON text, unless the style of a parameter says something else. */
  readonly writtenAs?: string | undefined;
}

/**
 * The keys that 2.0 puts beside each other where 3.x has a schema: `type`, `format`, `items`, limits, extensions.
 * An object has no counterpart there: it is said, and the value is a text.
 */
export function simpleEntries(context: SimpleContext, flat: FlatSchema, collectionFormat?: string): readonly Entry[] {
  const { conversion, place } = context;
  const type = usableType(context, flat);
  const isObjectText = simpleTypeOf(flat) === 'object';
  const entries: Entry[] = [['type', type]];
  loseMeaningless(context, flat, simpleTypeOf(flat));
  if (type === 'array') {
    entries.push(['items', itemsOf(context, flat)]);
    if (collectionFormat !== undefined) entries.push(['collectionFormat', collectionFormat]);
  }
  const holder: JsonObject = Object.fromEntries([...flat.keys].map(([key, { value }]) => [key, value]));
  const nullType = isArray(holder['type']) && holder['type'].includes('null');
  if (nullType) entries.push(['x-nullable', true]);
  const typeFrom = flat.keys.get('type')?.from;
  conversion.trace(child(place.to, 'type'), typeFrom ?? place.from);
  for (const [key, { value, from }] of flat.keys)
    if (isObjectText && !key.startsWith('x-') && !OF_OBJECTS.has(key))
      conversion.lose(from, key, `${quoted(key)} of the ${context.subject} means nothing of a text`);
    else entries.push(...simpleKey(context, { key, value, from, holder }));
  return entries;
}

/** Keywords for another type than the one it has. */
export function loseMeaningless(
  { conversion, subject }: SimpleContext,
  flat: FlatSchema,
  type: SimpleType | undefined,
): void {
  const items = flat.keys.get('items');
  if (items !== undefined && type !== 'array')
    conversion.lose(items.from, 'items', `The ${subject} is no list, so its "items" mean nothing`);
  if (type === 'object') return;
  for (const [name, { from }] of flat.properties)
    conversion.lose(from, 'properties', `The ${subject} is no object, so its field ${quoted(name)} means nothing`);
  for (const [name, from] of flat.required)
    conversion.lose(from, 'required', `The ${subject} is no object, so its field ${quoted(name)} means nothing`);
}

interface SimpleKey {
  readonly key: string;
  readonly value: Json;
  readonly from: Pointer;
  readonly holder: JsonObject;
}

function simpleKey(
  { conversion, place, subject }: SimpleContext,
  { key, value, from, holder }: SimpleKey,
): readonly Entry[] {
  const rule = SIMPLE_RULES.get(key);
  if (rule === undefined && key.startsWith('x-'))
    return verbatimEntry(conversion, key, value, { from, to: child(place.to, key), depth: place.depth });
  if (rule === undefined) {
    if (!QUIET.has(key) || value === true)
      conversion.lose(from, key, `${quoted(key)} of the ${subject} has no counterpart in OpenAPI 2.0`);
    return [];
  }
  const made = rule(conversion, { key, value, holder, place: movedPlace(place, parentOf(from)) });
  // What alternatives say together stands under another key, or another place.
  if (!from.endsWith(`/${key}`)) for (const [name] of made) conversion.trace(child(place.to, name), from);
  return made;
}

function usableType(
  { conversion, place, subject, writtenAs = 'a JSON text' }: SimpleContext,
  flat: FlatSchema,
): Exclude<SimpleType, 'object'> {
  const type = simpleTypeOf(flat);
  const from = flat.keys.get('type')?.from ?? place.from;
  if (type === undefined)
    conversion.lose(from, 'type', `The ${subject} has no single type, so it is a text`, 'Name the type of the value');
  if (type === 'object') {
    const message = `The ${subject} is an object, which OpenAPI 2.0 cannot say there, so it is ${writtenAs}`;
    conversion.lose(place.from, 'object', message);
  }
  return type === undefined || type === 'object' ? 'string' : type;
}

function itemsOf(context: SimpleContext, flat: FlatSchema): JsonObject {
  const { conversion, place } = context;
  const items = flat.keys.get('items');
  const from = items?.from ?? place.from;
  const at: Place = { from, to: child(place.to, 'items'), depth: place.depth + 1 };
  conversion.trace(at.to, from);
  const inner = items?.value;
  if (!isObject(inner) || !conversion.enter(at)) return { type: 'string' };
  const subject = `entry of the ${context.subject}`;
  const converted = conversion.inline(from, () =>
    simpleEntries({ ...context, place: at, subject }, flatSchema(conversion, inner, from)),
  );
  if (converted !== undefined) return Object.fromEntries(converted);
  conversion.lose(from, 'recursion', `The ${context.subject} holds itself, so what is inside is a text`);
  return { type: 'string' };
}

/** A text of a flat schema. */
export function flatText(flat: FlatSchema, key: string): Sourced | undefined {
  const found = flat.keys.get(key);
  return typeof found?.value === 'string' ? found : undefined;
}

/** Whether a flat schema holds bytes: a file in a form, a download in a response. */
export function isBinary(flat: FlatSchema): boolean {
  if ((simpleTypeOf(flat) ?? 'string') !== 'string') return false;
  const media = flat.keys.get('contentMediaType')?.value;
  const isText = flat.keys.has('contentEncoding') || typeof media !== 'string' || /^text\/|json|xml/i.test(media);
  return flat.keys.get('format')?.value === 'binary' || !isText;
}
