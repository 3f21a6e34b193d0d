import { isArray, isObject, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { canonicalText } from '../diff/canonical-text.ts';

/** Where a definition names its own operations. */
const NAMING = /^x-ms-(?:dynamic-|capabilities$)/;

/** Canonical texts of every call of another operation in a document: dynamic values, schemas and trees, and the test of a connection. */
export function callsIn(document: JsonObject): ReadonlySet<string> {
  const calls = new Set<string>();
  eachCall(document, (call) => {
    calls.add(canonicalText(call));
    return call;
  });
  return calls;
}

/**
 * A value in which calls of renamed operations have the new id, except `known` ones: they mean what they meant before, and the operation
 * of the former id still does that.
 */
export function withRenamedCalls(value: Json, names: ReadonlyMap<string, string>, known: ReadonlySet<string>): Json {
  return eachCall(value, (call) => {
    const name = names.get(stringMember(call, 'operationId') ?? '');
    return name === undefined || known.has(canonicalText(call)) ? call : { ...call, operationId: name };
  });
}

/** The same value, and the very same object where nothing in it changes. */
function eachCall(value: Json, change: (call: JsonObject) => JsonObject, isNaming = false): Json {
  if (isArray(value)) {
    const list = value.map((one) => eachCall(one, change, isNaming));
    return list.some((one, index) => one !== value[index]) ? list : value;
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  const changed = entries.map(([key, one]): [string, Json] => [
    key,
    eachCall(one, change, isNaming || NAMING.test(key)),
  ]);
  const isSame = changed.every(([, one], index) => one === entries[index]?.[1]);
  const object = isSame ? value : Object.fromEntries(changed);
  return isNaming && typeof object['operationId'] === 'string' ? change(object) : object;
}
