import { entriesOf, isArray, isObject, member, type Json, type JsonObject } from '../domain/json.ts';
import { child, tokensOf, type Pointer } from '../domain/pointer.ts';

/** The keys of objects, in order, by their place: where one document has another order than an equal one. */
export function keyOrdersOf(
  wanted: Json,
  given: Json,
  at: Pointer,
): readonly (readonly [Pointer, readonly string[]])[] {
  // What was not translated is the same value, however deep it is.
  if (wanted === given) return [];
  if (isArray(wanted) && isArray(given)) {
    return wanted.flatMap((one, index) => keyOrdersOf(one, given[index] ?? null, child(at, index)));
  }
  if (!isObject(wanted) || !isObject(given)) return [];
  const keys = Object.keys(wanted);
  const others = Object.keys(given);
  const inside = keys.flatMap((key) =>
    keyOrdersOf(member(wanted, key) ?? null, member(given, key) ?? null, child(at, key)),
  );
  return keys.every((key, index) => key === others[index]) ? inside : [[at, keys], ...inside];
}

/** The orders by place, as a tree: one pass applies them all. */
interface Orders {
  keys: readonly Json[];
  readonly below: Map<string, Orders>;
}

// Nothing of Microsoft's nests as deep.
const DEEPEST = 32;

/** A document with its keys in the orders that `keyOrder` says: what that does not name follows, and what is not there is passed over. */
export function withKeyOrder(document: JsonObject, keyOrder: Json | undefined): JsonObject {
  const orders: Orders = { keys: [], below: new Map() };
  for (const [pointer, keys] of entriesOf(keyOrder)) {
    const tokens = tokensOf(pointer);
    const isPlace = pointer === '' || tokens.length > 0;
    if (isArray(keys) && isPlace && tokens.length <= DEEPEST) ordersAt(orders, tokens).keys = keys;
  }
  const ordered = inOrder(document, orders);
  return isObject(ordered) ? ordered : document;
}

function ordersAt(orders: Orders, tokens: readonly string[]): Orders {
  let at = orders;
  for (const token of tokens) {
    const known = at.below.get(token) ?? { keys: [], below: new Map<string, Orders>() };
    at.below.set(token, known);
    at = known;
  }
  return at;
}

function inOrder(value: Json, { keys, below }: Orders): Json {
  if (keys.length === 0 && below.size === 0) return value;
  if (isArray(value)) return value.map((one, index) => ordered(one, below.get(String(index))));
  if (!isObject(value)) return value;
  const named = keys.filter((key) => typeof key === 'string' && Object.hasOwn(value, key)) as string[];
  const all = new Set([...named, ...Object.keys(value)]);
  return Object.fromEntries([...all].map((key) => [key, ordered(member(value, key) ?? null, below.get(key))]));
}

function ordered(value: Json, orders: Orders | undefined): Json {
  return orders === undefined ? value : inOrder(value, orders);
}
