import { isArray, isObject, type Json } from '../domain/json.ts';

/** Whether two values are the same, in the order of their keys too. Documents nest 200 levels at most. */
export function isSameJson(one: Json | undefined, two: Json | undefined): boolean {
  if (one === two) return true;
  if (isArray(one)) {
    return isArray(two) && one.length === two.length && one.every((value, index) => isSameJson(value, two[index]));
  }
  if (!isObject(one) || !isObject(two)) return false;
  const keys = Object.keys(one);
  const others = Object.keys(two);
  return keys.length === others.length && keys.every((key, at) => key === others[at] && isSameJson(one[key], two[key]));
}
