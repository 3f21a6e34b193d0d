import { isArray, isObject, member, stringMember, type Json, type JsonArray, type JsonObject } from '../domain/json.ts';
import { type Pointer } from '../domain/pointer.ts';
import type { Conversion, Entry, Place } from './openapi-3-conversion.ts';
import { rewrittenReference } from './openapi-3-references.ts';
import { quoted } from './openapi-3-wording.ts';

/** Deeper values are left as they are. */
const DEEPEST = 100;
/** An example has fewer. */
const MOST_VALUES = 20_000;

/** A value that is carried as it is, as an entry; none when a reference in it leads nowhere in the result. */
export function verbatimEntry(conversion: Conversion, key: string, value: Json, place: Place): readonly Entry[] {
  const carried = verbatim(conversion, value, place.from, key);
  if (carried === undefined) return [];
  conversion.settle(place);
  return [[key, carried]];
}

/**
 * An example, a default or an extension as it is. A reference in it (some tools leave them there) is rewritten, or replaced by the example
 * that it names; when it leads nowhere the whole value is left out, because readers of 2.0 stumble over it.
 */
export function verbatim(conversion: Conversion, value: Json, from: Pointer, construct: string): Json | undefined {
  if (!refersTo(value)) return value;
  const rewritten = withoutReferences({ conversion, known: new Map() }, value, 0);
  if (rewritten === undefined)
    conversion.lose(from, construct, `${quoted(construct)} holds a reference that means nothing in OpenAPI 2.0`);
  return rewritten;
}

function refersTo(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const pending: Json[] = [value];
  // Values that are shared without end are taken to refer to something: those are visited once each.
  for (let count = 0; pending.length > 0; count += 1) {
    const holder = pending.pop() ?? null;
    if (count > MOST_VALUES || stringMember(holder, '$ref') !== undefined) return true;
    for (const one of isArray(holder) ? holder : Object.values(holder as JsonObject))
      if (typeof one === 'object' && one !== null) pending.push(one);
  }
  return false;
}

interface Rewriting {
  readonly conversion: Conversion;
  /** What was rewritten, so that what is shared is done once; undefined while it is being done, so that a loop ends. */
  readonly known: Map<Json, Json | undefined>;
}

function withoutReferences(rewriting: Rewriting, value: Json, depth: number): Json | undefined {
  if (typeof value !== 'object' || value === null) return value;
  const { known } = rewriting;
  if (known.has(value) || depth > DEEPEST) return known.get(value);
  known.set(value, undefined);
  const rewritten = isArray(value) ? rewrittenList(rewriting, value, depth) : rewrittenObject(rewriting, value, depth);
  known.set(value, rewritten);
  return rewritten;
}

function rewrittenList(rewriting: Rewriting, value: JsonArray, depth: number): Json | undefined {
  const entries = value.map((inner) => withoutReferences(rewriting, inner, depth + 1));
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function rewrittenObject(rewriting: Rewriting, value: JsonObject, depth: number): Json | undefined {
  const reference = stringMember(value, '$ref');
  if (reference !== undefined) return replaced(rewriting, value, reference, depth);
  const entries: Entry[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const rewritten = withoutReferences(rewriting, inner, depth + 1);
    if (rewritten === undefined) return undefined;
    entries.push([key, rewritten]);
  }
  return Object.fromEntries(entries);
}

function replaced(rewriting: Rewriting, holder: JsonObject, reference: string, depth: number): Json | undefined {
  const { conversion } = rewriting;
  const rewritten = rewrittenReference(conversion, reference);
  if (rewritten !== undefined) return { ...holder, $ref: rewritten };
  if (!reference.startsWith('#/components/examples/')) return undefined;
  const example = conversion.targetOf(reference)?.value;
  const found = isObject(example) ? member(example, 'value') : undefined;
  return found === undefined ? undefined : withoutReferences(rewriting, found, depth + 1);
}
