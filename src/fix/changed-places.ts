import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';

/**
 * Whether two values differ outside some places: the order of keys counts, and what is below a place belongs to it. A list that got longer
 * or shorter differs as a whole.
 */
export function differsOutside(before: Json, after: Json, places: readonly Pointer[]): boolean {
  const allowed = new Set(places);
  return changedPlaces(before, after, '').some((pointer) => !isWithin(pointer, allowed));
}

function isWithin(pointer: Pointer, allowed: ReadonlySet<Pointer>): boolean {
  for (let one = pointer; ; one = parentOf(one)) {
    if (allowed.has(one)) return true;
    if (one === '') return false;
  }
}

function changedPlaces(before: Json, after: Json, pointer: Pointer): Pointer[] {
  if (Object.is(before, after)) return [];
  if (isArray(before) && isArray(after) && before.length === after.length) {
    return before.flatMap((value, index) => changedPlaces(value, after[index] ?? null, child(pointer, index)));
  }
  return isObject(before) && isObject(after) ? changedMembers(before, after, pointer) : [pointer];
}

function changedMembers(before: JsonObject, after: JsonObject, pointer: Pointer): Pointer[] {
  const isKept = (key: string): boolean => Object.hasOwn(before, key) && Object.hasOwn(after, key);
  const kept = Object.keys(before).filter(isKept);
  const order = Object.keys(after).filter(isKept);
  if (kept.some((key, index) => key !== order[index])) return [pointer];
  const gone = [...Object.keys(before), ...Object.keys(after)].filter((key) => !isKept(key));
  return [
    ...gone.map((key) => child(pointer, key)),
    ...kept.flatMap((key) => changedPlaces(before[key] ?? null, after[key] ?? null, child(pointer, key))),
  ];
}
