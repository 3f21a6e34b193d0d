/** A JSON value as the parsers give it. Key order is the author's (integer-like keys first, as in every JavaScript object). */
export type Json = null | boolean | number | string | JsonArray | JsonObject;
export type JsonArray = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is JsonArray {
  return Array.isArray(value);
}

/** Own keys only: `constructor` or `__proto__` in a document must never reach Object.prototype. */
export function member(value: unknown, key: string): Json | undefined {
  if (!isObject(value)) return undefined;
  const found: unknown = value[key];
  // What every object inherits is functions, which JSON has none of, and the prototype itself: cheaper to tell than to look the key up twice.
  return typeof found === 'function' || found === Object.prototype ? undefined : (found as Json | undefined);
}

export function stringMember(value: unknown, key: string): string | undefined {
  const found = member(value, key);
  return typeof found === 'string' ? found : undefined;
}

export function objectMember(value: unknown, key: string): JsonObject | undefined {
  const found = member(value, key);
  return isObject(found) ? found : undefined;
}

export function arrayMember(value: unknown, key: string): JsonArray | undefined {
  const found = member(value, key);
  return isArray(found) ? found : undefined;
}

/** Own entries, none when the value is not an object. */
export function entriesOf(value: unknown): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}
