import { entriesOf, isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { nearestKey } from '../domain/nearest-key.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { quoted } from './openapi-3-wording.ts';

/** One key of an object that is being converted. */
export interface KeyContext {
  readonly key: string;
  readonly value: Json;
  /** The object that holds the key. */
  readonly holder: JsonObject;
  /** The place of that object, not of the key. */
  readonly place: Place;
}

/** What becomes of a key: no entry, one, or several. A rule that gives none says so, unless nothing is lost. */
export type KeyRule = (conversion: Conversion, context: KeyContext) => readonly Entry[];
export type KeyRules = ReadonlyMap<string, KeyRule>;

/** Converts an object key by key, in the author's order. Extensions are kept as they are; a key without a rule is a loss. */
export function convertKeys(conversion: Conversion, holder: JsonObject, place: Place, rules: KeyRules): JsonObject {
  const settled = conversion.settle(place);
  const converted: Entry[] = [];
  for (const key of Object.keys(holder)) {
    const value = holder[key] ?? null;
    const rule = rules.get(key) ?? (key.startsWith('x-') ? keep : unknownAmong(rules));
    // Most keys become one entry: these are not copied through a list of lists.
    for (const entry of rule(conversion, { key, value, holder, place: settled })) converted.push(entry);
  }
  return Object.fromEntries(converted);
}

/** Says that a key of the source has no counterpart. */
export const unknown: KeyRule = (conversion, { key, place }) => {
  conversion.lose(child(place.from, key), key, noCounterpart(key));
  return [];
};

/** The same, and offers the key that was meant. */
function unknownAmong(rules: KeyRules): KeyRule {
  return (conversion, { key, place }) => {
    conversion.lose(child(place.from, key), key, noCounterpart(key), meant(key, [...rules.keys()]));
    return [];
  };
}

function noCounterpart(key: string): string {
  return `${quoted(key)} has no counterpart in OpenAPI 2.0 and is left out`;
}

/** Longer names are no misspelt key. */
const LONGEST_KEY = 40;

/** A hint that offers the known key that a key most likely means. */
export function meant(key: string, known: readonly string[]): string | undefined {
  if (key.length > LONGEST_KEY || known.includes(key)) return undefined;
  const near = nearestKey(key, known);
  return near === undefined ? undefined : `Did you mean ${quoted(near)}?`;
}

interface KeyWords {
  /** Keys that are read elsewhere. */
  readonly known: readonly string[];
  /** Keys that are right and lost all the same. */
  readonly lost?: readonly string[];
  /** What has the keys: `a server`. */
  readonly of: string;
  /** Whether extensions are carried. */
  readonly extensions?: boolean;
}

/** A loss for every key that is not read, with the known key that it most likely means. */
export function loseUnknown(
  conversion: Conversion,
  holder: Json,
  from: Pointer,
  { known, lost = [], of, extensions = false }: KeyWords,
): void {
  for (const [key] of entriesOf(holder))
    if (!known.includes(key) && !(extensions && key.startsWith('x-')))
      conversion.lose(
        child(from, key),
        key,
        `${quoted(key)} of ${of} has no counterpart in OpenAPI 2.0`,
        meant(key, [...known, ...lost]),
      );
}

/** For what the result says by itself. */
export const silent: KeyRule = () => [];

export const keep: KeyRule = (conversion, context) => put(conversion, context, context.key, context.value);

export const keepText = keepIf((value) => typeof value === 'string', 'a text');
export const keepFlag = keepIf((value) => typeof value === 'boolean', 'true or false');
export const keepNumber = keepIf((value) => typeof value === 'number', 'a number');
export const keepCount = keepIf((value) => Number.isInteger(value) && Number(value) >= 0, 'a number of 0 or more');

/** One entry whose value is the source's own, under this or another key. */
export function put(conversion: Conversion, { key, place }: KeyContext, target: string, value: Json): readonly Entry[] {
  return verbatimEntry(conversion, target, value, memberPlace(place, key, target));
}

function keepIf(fits: (value: Json) => boolean, wanted: string): KeyRule {
  return (conversion, context) =>
    fits(context.value) ? keep(conversion, context) : misfit(conversion, context, wanted);
}

/** A value of a type that its key does not take: the source is wrong, and the result leaves it out. */
export function misfit(conversion: Conversion, { key, place }: KeyContext, wanted: string): readonly Entry[] {
  conversion.lose(child(place.from, key), key, `${quoted(key)} is not ${wanted} and is left out`);
  return [];
}

/** A rule for an object with rules of its own. */
export function nested(rules: KeyRules): KeyRule {
  return (conversion, context) => {
    const { key, value, place } = context;
    if (!isObject(value)) return misfit(conversion, context, 'an object');
    return [[key, convertKeys(conversion, value, memberPlace(place, key), rules)]];
  };
}

/** A list of texts without repetitions, which OpenAPI 2.0 does not take; none when nothing is left. */
export const keepTexts: KeyRule = (conversion, context) => {
  if (!isArray(context.value)) return misfit(conversion, context, 'a list');
  const texts = context.value.filter((entry) => typeof entry === 'string');
  if (texts.length < context.value.length) misfit(conversion, context, 'a list of texts only');
  return texts.length === 0 ? [] : put(conversion, context, context.key, [...new Set(texts)]);
};
