import { arrayMember, entriesOf, isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { CHOICE_KEYS, choicesOf, type Choice } from './openapi-3-choices.ts';
import type { Conversion, Sourced } from './openapi-3-conversion.ts';
import { mergedAlternatives, type FlatSchema } from './openapi-3-merge.ts';
import { referenceOf, resolved } from './openapi-3-references.ts';
import { quoted } from './openapi-3-wording.ts';

/** Folding that goes on for longer than this is not a person's. */
const MOST_PARTS = 1000;

/**
 * A schema with references followed, `allOf` folded in and alternatives joined, for places of 2.0 that take none of them. What came first
 * wins, so a schema's own keys do.
 */
export function flatSchema(conversion: Conversion, schema: Json | undefined, pointer: Pointer): FlatSchema {
  return folded(conversion, schema, pointer, new Set());
}

/** The alternatives of a choice as one flat schema, and what that leaves unsaid; undefined when they are nested without end. */
export function flatChoice(
  conversion: Conversion,
  choice: Choice,
  within: ReadonlySet<Pointer> = new Set(),
): FlatSchema | undefined {
  const merged = conversion.choose(() => {
    const flats = choice.alternatives.map(({ value, from }) => folded(conversion, value, from, within));
    return mergedAlternatives(conversion, choice, flats);
  });
  const said = merged === undefined ? NESTED : merged.said;
  if (said !== undefined) for (const at of choice.places) conversion.lose(at, choice.key, said);
  return merged;
}

const NESTED = 'Alternatives within alternatives within alternatives are left out, and the value may be anything';

interface Folding {
  readonly conversion: Conversion;
  readonly keys: Map<string, Sourced>;
  readonly properties: Map<string, Sourced>;
  readonly required: Map<string, Pointer>;
  /** Places that are being folded, so that a schema among its own alternatives adds nothing. */
  readonly within: ReadonlySet<Pointer>;
}

function folded(
  conversion: Conversion,
  schema: Json | undefined,
  pointer: Pointer,
  within: ReadonlySet<Pointer>,
): FlatSchema {
  const seen = new Set(within);
  const folding: Folding = { conversion, keys: new Map(), properties: new Map(), required: new Map(), within: seen };
  const parts: Sourced[] = schema === undefined ? [] : [{ value: schema, from: pointer }];
  for (let count = 0; count < parts.length && count < MOST_PARTS; count += 1) {
    const part = parts[count];
    if (part === undefined || !conversion.enter({ from: part.from, to: '', depth: 0 })) break;
    const found = followed(conversion, part);
    if (!isObject(found?.value) || seen.has(found.from)) continue;
    seen.add(found.from);
    parts.push(...fold(folding, found.value, found.from));
    if (found.siblings) addSiblings(folding, part);
  }
  const { keys, properties, required } = folding;
  return { keys, properties, required, from: pointer };
}

/** Since 3.1 keys beside a reference count; before, they are lost. */
function followed(
  conversion: Conversion,
  { value, from }: Sourced,
): (Partial<Sourced> & { from: Pointer; siblings: boolean }) | undefined {
  const reference = referenceOf(value);
  const siblings = conversion.siblingsCount && reference !== undefined;
  const target = resolved(conversion, siblings ? { $ref: reference } : value, from);
  return target.value === undefined ? undefined : { value: target.value, from: target.from, siblings };
}

/** Adds what a schema says itself and by alternatives, and gives the parts of its `allOf`. */
function fold(folding: Folding, schema: JsonObject, from: Pointer): Sourced[] {
  for (const [key, value] of entriesOf(schema)) addKey(folding, key, { value, from: child(from, key) });
  for (const choice of choicesOf(folding.conversion, schema, from)) addChoice(folding, choice);
  return (arrayMember(schema, 'allOf') ?? []).map((value, index) => ({ value, from: child(from, 'allOf', index) }));
}

const INNER: ReadonlySet<string> = new Set(['allOf', '$ref', '$dynamicRef', ...CHOICE_KEYS]);

function addKey({ conversion, keys, properties, required }: Folding, key: string, sourced: Sourced): void {
  if (key === 'properties')
    for (const [name, value] of entriesOf(sourced.value)) {
      if (properties.has(name)) loseSecond(conversion, name, child(sourced.from, name));
      else properties.set(name, { value, from: child(sourced.from, name) });
    }
  else if (key === 'required' && isArray(sourced.value))
    for (const [index, name] of sourced.value.entries()) {
      if (typeof name === 'string') required.set(name, child(sourced.from, index));
    }
  else if (!INNER.has(key) && keys.has(key)) loseSecond(conversion, key, sourced.from);
  else if (!INNER.has(key)) keys.set(key, sourced);
}

/** What a folded schema says again; its words never count twice. */
function loseSecond(conversion: Conversion, key: string, from: Pointer): void {
  if (!['type', 'title', 'description'].includes(key))
    conversion.lose(from, key, `${quoted(key)} is said twice here, and only the first counts`);
}

function addSiblings({ keys }: Folding, holder: Sourced): void {
  for (const [key, value] of entriesOf(holder.value))
    if (!INNER.has(key)) keys.set(key, { value, from: child(holder.from, key) });
}

/** What alternatives say together counts where the schema itself says nothing. */
function addChoice({ conversion, keys, properties, required, within }: Folding, choice: Choice): void {
  if (choice.nullable && !keys.has('nullable')) keys.set('nullable', { value: true, from: choice.from });
  if (choice.alternatives.length === 0) {
    if (choice.conditional) conversion.lose(choice.from, choice.key, 'Nothing follows from the condition');
    return;
  }
  const merged = flatChoice(conversion, choice, within);
  if (merged === undefined) return;
  // What several alternatives say is reported as a whole.
  const isOnly = choice.alternatives.length === 1;
  for (const [key, sourced] of merged.keys)
    if (!keys.has(key)) keys.set(key, sourced);
    else if (isOnly) loseSecond(conversion, key, sourced.from);
  for (const [name, sourced] of merged.properties)
    if (!properties.has(name)) properties.set(name, sourced);
    else if (isOnly) loseSecond(conversion, name, sourced.from);
  for (const [name, from] of merged.required) if (!required.has(name)) required.set(name, from);
}
