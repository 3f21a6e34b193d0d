import type { Json, JsonObject } from '../domain/json.ts';

/** An object under construction. A member keeps the place where it came first, whatever becomes of its value. */
export type Growing = Map<string, Json | Growing>;

/** Sets what is at a path, and makes the objects on the way; it wins over what is there. */
export function put(into: Growing, [head = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) into.set(head, value);
  else put(inner(into, head), rest, value);
}

/** The object under construction that is a member; made when something else is there, or nothing. */
export function inner(into: Growing, key: string): Growing {
  const there = into.get(key);
  if (there instanceof Map) return there;
  const made: Growing = new Map();
  into.set(key, made);
  return made;
}

// Object.fromEntries defines keys, so that one called `__proto__` stays a key.
export function grown(growing: Growing): JsonObject {
  return Object.fromEntries([...growing].map(([key, value]) => [key, value instanceof Map ? grown(value) : value]));
}
