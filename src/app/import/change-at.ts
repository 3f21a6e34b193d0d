import { isArray, isObject, type Json, type JsonObject } from '../../domain/json.ts';
import { tokensOf, type Pointer } from '../../domain/pointer.ts';

/** The document with the object at a pointer changed; as it is when there is no object. */
export function changeAt(
  document: JsonObject,
  pointer: Pointer,
  change: (value: JsonObject) => JsonObject,
): JsonObject {
  const changed = along(document, tokensOf(pointer), change);
  return isObject(changed) ? changed : document;
}

function along(
  value: Json | undefined,
  [token, ...rest]: readonly string[],
  change: (value: JsonObject) => JsonObject,
): Json | undefined {
  if (token === undefined) return isObject(value) ? change(value) : value;
  if (isArray(value))
    return value.map((one, index) => (String(index) === token ? (along(one, rest, change) ?? one) : one));
  if (!isObject(value) || !Object.hasOwn(value, token)) return value;
  return { ...value, [token]: along(value[token], rest, change) ?? null };
}
