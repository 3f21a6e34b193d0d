import { arrayMember, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { resolveReference } from '../domain/operation.ts';
import { child, pointerTo, type Pointer } from '../domain/pointer.ts';
import { canonicalText } from '../diff/canonical-text.ts';
import type { Origin } from './origin.ts';
import { VERB_KEYS } from './words.ts';

/** The paths of a definition while they are changed, with where their texts come from. */
export class PathItems {
  readonly #document: JsonObject;
  readonly #items: Map<string, JsonObject>;
  /** The keys of each path as its author ordered them. */
  readonly #order: ReadonlyMap<string, readonly string[]>;
  readonly origins: Map<Pointer, Origin>;

  constructor(document: JsonObject, earlier?: PathItems) {
    this.#document = document;
    this.#items = new Map(Object.entries(objectMember(document, 'paths') ?? {}) as [string, JsonObject][]);
    const order = new Map([...this.#items].map(([path, item]) => [path, Object.keys(item ?? {})]));
    this.#order = earlier === undefined ? order : earlier.#order;
    this.origins = new Map(earlier?.origins);
  }

  get(path: string): JsonObject | undefined {
    return this.#items.get(path);
  }

  verbsOf(path: string): string[] {
    return Object.keys(this.#items.get(path) ?? {}).filter((key) => VERB_KEYS.has(key));
  }

  /** Writes an operation over the one that is there. */
  replace(path: string, verb: string, operation: JsonObject): void {
    this.#items.set(path, { ...this.#items.get(path), [verb]: operation });
  }

  /**
   * Gives an operation a path of its own behind the one that it was at, with all that stands at that path for it. Its text goes with it:
   * `origin` is the old path item.
   */
  move(from: { readonly path: string; readonly verb: string }, to: string, origin: Origin): void {
    const { path, verb } = from;
    const item = this.#items.get(path) ?? {};
    const alone = this.verbsOf(path).length === 1;
    const rest = Object.entries(item).filter(([key]) => key !== verb);
    const shared = rest.filter(([key]) => !VERB_KEYS.has(key));
    const moved = Object.fromEntries([...shared, [verb, member(item, verb) ?? {}]]);
    this.#insertBehind(path, to, moved);
    if (alone) this.#items.delete(path);
    else this.#items.set(path, Object.fromEntries(rest));
    const place = pointerTo('paths', to);
    if (alone) this.origins.set(place, origin);
    else for (const key of Object.keys(moved)) this.origins.set(child(place, key), deeper(origin, key));
  }

  /** A path item that is not there, where the older definition has it: behind the path that comes before it there. */
  add(path: string, item: JsonObject, order: readonly string[], origin: Origin): void {
    const earlier = order.slice(0, order.indexOf(path)).findLast((one) => this.#items.has(one));
    this.#insertBehind(earlier, path, item);
    const place = pointerTo('paths', path);
    for (const key of Object.keys(item)) this.origins.set(child(place, key), deeper(origin, key));
  }

  /**
   * Puts an operation of the older definition beside those that are at its path now. Where the parameters at the path differ, each operation
   * gets its own.
   */
  join(path: string, verb: string, operation: JsonObject, olderItem: JsonObject, origin: Origin): void {
    const item = this.#items.get(path) ?? {};
    const [older, newer] = [member(olderItem, 'parameters'), member(item, 'parameters')];
    const isSame = canonicalText(older) === canonicalText(newer);
    const operations = isSame ? item : this.#withOwnParameters(item);
    const joined = isSame ? operation : withParameters(operation, older, (one) => this.#identityOf(one));
    this.#items.set(path, this.#inOrder(path, { ...operations, [verb]: joined }));
    this.origins.set(pointerTo('paths', path, verb), origin);
  }

  /** What stands at a path besides operations and parameters. */
  setShared(path: string, key: string, value: Json | undefined): void {
    const entries = Object.entries(this.#items.get(path) ?? {}).filter(([name]) => name !== key);
    const all = Object.fromEntries(value === undefined ? entries : [...entries, [key, value]]);
    this.#items.set(path, this.#inOrder(path, all));
  }

  value(): JsonObject {
    return Object.fromEntries(this.#items);
  }

  #inOrder(path: string, item: JsonObject): JsonObject {
    const order = this.#order.get(path) ?? [];
    const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
    return Object.fromEntries(Object.entries(item).toSorted(([one], [two]) => rank(one) - rank(two)));
  }

  #withOwnParameters(item: JsonObject): JsonObject {
    const shared = member(item, 'parameters');
    const entries = Object.entries(item).filter(([key]) => key !== 'parameters');
    return Object.fromEntries(
      entries.map(([key, value]): [string, Json] => {
        if (!VERB_KEYS.has(key)) return [key, value];
        return [key, withParameters(value as JsonObject, shared, (one) => this.#identityOf(one))];
      }),
    );
  }

  #identityOf(parameter: Json): string {
    const { value } = resolveReference(this.#document, parameter, '');
    // One that comes from the older definition may not be there yet.
    return value === undefined
      ? canonicalText(parameter)
      : `${stringMember(value, 'in')} ${stringMember(value, 'name')}`;
  }

  #insertBehind(path: string | undefined, key: string, item: JsonObject): void {
    const entries = [...this.#items];
    const index = path === undefined ? 0 : entries.findIndex(([one]) => one === path) + 1;
    entries.splice(index, 0, [key, item]);
    this.#items.clear();
    for (const [one, value] of entries) this.#items.set(one, value);
  }
}

/** An operation with the parameters of its path in its own list, unless it has its own of that name and place. */
function withParameters(
  operation: JsonObject,
  shared: Json | undefined,
  identityOf: (one: Json) => string,
): JsonObject {
  const own = arrayMember(operation, 'parameters') ?? [];
  const known = new Set(own.map(identityOf));
  const inherited = (Array.isArray(shared) ? (shared as Json[]) : []).filter((one) => !known.has(identityOf(one)));
  return inherited.length === 0 ? operation : { ...operation, parameters: [...inherited, ...own] };
}

function deeper({ document, pointer }: Origin, key: string): Origin {
  return { document, pointer: child(pointer, key) };
}
