import { isArray, isObject, type Json } from '../domain/json.ts';

type Maybe = Json | undefined;

/** Past this many parts two values count as different: nothing that a person wrote is this long, and a hostile one must end. */
const MOST_PARTS = 1_000_000;

/** Whether two values mean the same, whatever the order of their keys. Without recursion: any depth is fine. */
export function sameJson(one: Maybe, two: Maybe): boolean {
  if (one === two) return true;
  if (typeof one !== 'object' || typeof two !== 'object') return false;
  const pairs: [Maybe, Maybe][] = [[one, two]];
  for (let count = 0, pair = pairs.pop(); pair !== undefined; count += 1, pair = pairs.pop())
    if (count > MOST_PARTS || !sameShape(pair[0], pair[1], pairs)) return false;
  return true;
}

/** Compares one level, and leaves the levels below it to do. */
function sameShape(one: Maybe, two: Maybe, pairs: [Maybe, Maybe][]): boolean {
  if (one === two) return true;
  if (isArray(one)) {
    if (!isArray(two) || one.length !== two.length) return false;
    return one.every((value, index) => isStillSame(value, two[index], pairs));
  }
  if (!isObject(one) || !isObject(two)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(two).length) return false;
  return keys.every((key) => Object.hasOwn(two, key) && isStillSame(one[key], two[key], pairs));
}

/** Scalars are told at once. */
function isStillSame(one: Maybe, two: Maybe, pairs: [Maybe, Maybe][]): boolean {
  if (one === two) return true;
  if (typeof one !== 'object' || typeof two !== 'object') return false;
  pairs.push([one, two]);
  return true;
}
