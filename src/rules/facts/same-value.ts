import { isArray, isObject, member, type Json, type JsonObject } from '../../domain/json.ts';

// Two values that agree in this many places are taken for the same.
const MOST_STEPS = 2000;

// Operations refer to the same responses again and again.
const COMPARED = new WeakMap<JsonObject, WeakMap<JsonObject, boolean>>();

/** Whether two JSON values are equal; the order of keys does not count. Costs a bounded number of steps, also for values that hold themselves. */
export function isSameValue(one: Json, two: Json): boolean {
  if (!isObject(one) || !isObject(two)) return compare(one, two);
  const known = COMPARED.get(one) ?? new WeakMap<JsonObject, boolean>();
  COMPARED.set(one, known);
  const isSame = known.get(two) ?? compare(one, two);
  known.set(two, isSame);
  return isSame;
}

function compare(one: Json, two: Json): boolean {
  const pending: (readonly [Json | undefined, Json | undefined])[] = [[one, two]];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const pair = pending.pop();
    if (pair === undefined) return true;
    const [left, right] = pair;
    if (left === right) continue;
    const keys = sharedKeys(left, right);
    if (keys === undefined) return false;
    for (const key of keys.slice(0, MOST_STEPS)) pending.push([at(left, key), at(right, key)]);
  }
  return true;
}

/** The keys of two containers that may be equal, to compare what is at them; undefined when they are not equal. */
function sharedKeys(left: Json | undefined, right: Json | undefined): readonly string[] | undefined {
  const areAlike = isArray(left) ? isArray(right) : isObject(left) && isObject(right);
  if (!areAlike) return undefined;
  const keys = Object.keys(left as object);
  return keys.length === Object.keys(right as object).length ? keys : undefined;
}

function at(holder: Json | undefined, key: string): Json | undefined {
  return isArray(holder) ? holder[Number(key)] : member(holder, key);
}
