import { isArray, isObject, type Json } from '../../domain/json.ts';

// Two schemas that agree in this many values are taken for the same.
const MOST_STEPS = 2000;

/** Whether two JSON values are equal; the order of keys does not count. Costs a bounded number of steps, also for values that hold themselves. */
export function isSameValue(one: Json | undefined, two: Json | undefined): boolean {
  const pending: (readonly [Json | undefined, Json | undefined])[] = [[one, two]];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const pair = pending.pop();
    if (pair === undefined) return true;
    const [left, right] = pair;
    if (left === right) continue;
    const keys = isObject(left) || isArray(left) ? Object.keys(left) : undefined;
    if (keys === undefined || !isComparable(left, right, keys.length)) return false;
    for (const key of keys.slice(0, MOST_STEPS)) pending.push([ownMember(left, key), ownMember(right, key)]);
  }
  return true;
}

function isComparable(left: Json | undefined, right: Json | undefined, size: number): boolean {
  if (isArray(left)) return isArray(right) && right.length === size;
  return isObject(right) && Object.keys(right).length === size;
}

function ownMember(holder: Json | undefined, key: string): Json | undefined {
  if (isArray(holder)) return holder[Number(key)];
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}
