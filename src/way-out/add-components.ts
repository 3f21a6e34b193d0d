import { isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { tokensOf, valueAt } from '../domain/pointer.ts';
import { withMovedReferences, type Carried } from './components.ts';

/** A document with the components of an older one that operations brought with them. */
export function withComponents(document: JsonObject, older: JsonObject, { moved, added }: Carried): JsonObject {
  return [...added].reduce(
    (result, [target, source]) =>
      put(result, tokensOf(target), withMovedReferences(valueAt(older, source) ?? {}, moved)),
    document,
  );
}

function put(holder: JsonObject, [token = '', ...rest]: readonly string[], value: Json): JsonObject {
  const inner = member(holder, token);
  return { ...holder, [token]: rest.length === 0 ? value : put(isObject(inner) ? inner : {}, rest, value) };
}
