import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { pointerOfReference } from '../domain/operation.ts';
import { child, pointerTo, tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';
import { canonicalText } from '../diff/canonical-text.ts';

/** What operations of an older document need from it, in a newer one: under which names, and what has to be added there. */
export interface Carried {
  /** From the place of a component in the older document to its place in the newer one. */
  readonly moved: ReadonlyMap<Pointer, Pointer>;
  /** Places in the newer document that are new, and where in the older one their values come from. */
  readonly added: ReadonlyMap<Pointer, Pointer>;
}

/**
 * Follows references of values in an older document. A component that is the same in the newer one, with all that it needs, is used there;
 * one that is not there is added, and one that is different is added under another name.
 */
export function carry(before: JsonObject, after: JsonObject, values: readonly Json[]): Carried {
  const needed = reached(before, values);
  const same = unchanged(before, after, needed);
  const moved = new Map<Pointer, Pointer>();
  const added = new Map<Pointer, Pointer>();
  for (const place of needed.keys()) {
    const target = same.has(place) ? place : freePlace(place, { before, after, taken: added });
    moved.set(place, target);
    if (!same.has(place)) added.set(target, place);
  }
  return { moved, added };
}

/** A value of the older document with its references as the newer one needs them. */
export function withMovedReferences(value: Json, moved: Carried['moved']): Json {
  if (isArray(value)) return value.map((one) => withMovedReferences(one, moved));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === '$ref' && typeof one === 'string' ? movedReference(one, moved) : withMovedReferences(one, moved),
    ]),
  );
}

function movedReference(reference: string, moved: Carried['moved']): string {
  const place = componentOf(reference);
  const target = place === undefined ? undefined : moved.get(place);
  if (place === undefined || target === undefined || target === place) return reference;
  const rest = (pointerOfReference(reference) ?? '').slice(place.length);
  return `#${encodeURI(target + rest)}`;
}

/** Every component that the values need, with those that it refers to itself. */
function reached(document: JsonObject, values: readonly Json[]): Map<Pointer, readonly Pointer[]> {
  const found = new Map<Pointer, readonly Pointer[]>();
  const open = values.flatMap((value) => [...referencesIn(value)]);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const value = found.has(place) ? undefined : valueAt(document, place);
    if (value === undefined) continue;
    const next = [...referencesIn(value)];
    found.set(place, next);
    open.push(...next);
  }
  return found;
}

/** Components that say the same in both documents, and need only such: a circle of them is the same when none of it differs. */
function unchanged(
  before: JsonObject,
  after: JsonObject,
  needed: ReadonlyMap<Pointer, readonly Pointer[]>,
): Set<Pointer> {
  const text = (document: JsonObject, place: Pointer): string => canonicalText(valueAt(document, place));
  const same = new Set([...needed.keys()].filter((place) => text(before, place) === text(after, place)));
  for (let size = -1; size !== same.size;) {
    size = same.size;
    for (const place of same)
      if (!(needed.get(place) ?? []).every((one) => same.has(one) || !needed.has(one))) same.delete(place);
  }
  return same;
}

interface Taken {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly taken: ReadonlyMap<Pointer, Pointer>;
}

function freePlace(place: Pointer, { before, after, taken }: Taken): Pointer {
  const tokens = tokensOf(place);
  const name = tokens.pop() ?? '';
  const parent = pointerTo(...tokens);
  const isFree = (pointer: Pointer): boolean => valueAt(after, pointer) === undefined && !taken.has(pointer);
  if (isFree(place)) return place;
  for (let count = 1; ; count += 1) {
    const other = child(parent, `${name}_V${count}`);
    if (isFree(other) && valueAt(before, other) === undefined) return other;
  }
}

function* referencesIn(value: Json): Generator<Pointer> {
  const stack: Json[] = [value];
  for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
    const reference = member(one, '$ref');
    const place = typeof reference === 'string' ? componentOf(reference) : undefined;
    if (place !== undefined) yield place;
    if (isArray(one)) stack.push(...one);
    else for (const [, inner] of entriesOf(one)) stack.push(inner);
  }
}

/** The component that a reference leads to or into: `/definitions/Pet`, `/components/schemas/Pet`; undefined for anything else. */
function componentOf(reference: string): Pointer | undefined {
  const tokens = tokensOf(pointerOfReference(reference) ?? '');
  const depth = tokens[0] === 'components' ? 3 : /^(?:definitions|parameters|responses)$/.test(tokens[0] ?? '') ? 2 : 0;
  return depth > 0 && tokens.length >= depth ? pointerTo(...tokens.slice(0, depth)) : undefined;
}
