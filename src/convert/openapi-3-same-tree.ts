import { isArray, isObject, type Json } from '../domain/json.ts';

/** Deeper than anybody writes: such trees are taken as different. */
const DEEPEST = 20;

/** Whether two values are written alike; the order of keys does not count. */
export function sameTree(one: Json | undefined, two: Json | undefined, depth = 0): boolean {
  if (one === two) return true;
  if (depth > DEEPEST) return false;
  if (isArray(one) && isArray(two))
    return one.length === two.length && one.every((value, index) => sameTree(value, two[index], depth + 1));
  if (!isObject(one) || !isObject(two)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(two).length &&
    keys.every((key) => Object.hasOwn(two, key) && sameTree(one[key], two[key], depth + 1))
  );
}
