import { entriesOf, isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, pointerTo, tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';
import { pointerOfReference, VERBS } from '../domain/operation.ts';
import { joinFiles, type DocumentFolder } from './openapi-3-files.ts';

export interface Bundle {
  readonly document: JsonObject;
  /** The files that were read, by their paths from the document. */
  readonly files: readonly string[];
}

/** Deeper values are not looked into; such documents are refused anyway. */
const DEEPEST = 1000;

/**
 * An OpenAPI document, 2.0 or 3.x, with the files that it refers to taken in: what has a shelf for shared parts becomes one of these, and
 * anything else, such as the operations of a path, comes to stand where it was referred to. What leads out of the folder, or to another
 * machine, stays as it is.
 */
export function bundleFiles(document: JsonObject, folder: DocumentFolder): Bundle {
  const files: string[] = [];
  const read = (path: string): Json | undefined => {
    const value = folder.read(path);
    if (value !== undefined) files.push(path);
    return value;
  };
  const { root, source } = joinFiles(document, { ...folder, read });
  if (files.length === 0) return { document, files };
  return { document: new Bundling(root, source).bundled(), files };
}

/** Where a document keeps shared parts of a kind; a kind without a shelf is taken in place. */
type Shelves = ReadonlyMap<string, readonly string[]>;

const KINDS_OF_3 = 'schemas parameters responses requestBodies headers examples links callbacks securitySchemes'.split(
  ' ',
);
const SHELVES_3: Shelves = new Map(KINDS_OF_3.map((kind) => [kind, ['components', kind]]));
const SHELVES_2: Shelves = new Map([
  ['schemas', ['definitions']],
  ['parameters', ['parameters']],
  ['responses', ['responses']],
]);

class Bundling {
  readonly #root: JsonObject;
  readonly #source: JsonObject;
  readonly #shelves: Shelves;
  /** The reference that stands for a place in another file. */
  readonly #named = new Map<Pointer, string>();
  readonly #pending: { readonly from: Pointer; readonly to: readonly string[] }[] = [];
  /** What is being taken in place, so that a circle ends. */
  readonly #inside = new Set<Pointer>();

  constructor(root: JsonObject, source: JsonObject) {
    this.#root = root;
    this.#source = source;
    this.#shelves = member(root, 'openapi') === undefined ? SHELVES_2 : SHELVES_3;
    for (const shelf of this.#shelves.values()) this.#nameWholeShelf(shelf);
  }

  /** A shelf that is another file as a whole comes with its names. */
  #nameWholeShelf(shelf: readonly string[]): void {
    const target = outside(stringMember(valueAt(this.#root, pointerTo(...shelf)), '$ref') ?? '');
    for (const [name] of target === undefined ? [] : entriesOf(valueAt(this.#source, target))) {
      this.#named.set(child(target ?? '', name), `#${pointerTo(...shelf, name)}`);
    }
  }

  bundled(): JsonObject {
    let document = this.#visit(this.#root, []) as JsonObject;
    for (let next = this.#pending.shift(); next !== undefined; next = this.#pending.shift()) {
      document = put(document, next.to, this.#visit(valueAt(this.#source, next.from) ?? {}, next.to));
    }
    return document;
  }

  #visit(value: Json, keys: readonly string[]): Json {
    if (typeof value !== 'object' || value === null || keys.length > DEEPEST) return value;
    if (isArray(value)) return value.map((one, index) => this.#visit(one, [...keys, String(index)]));
    const reference = stringMember(value, '$ref');
    const target = reference === undefined ? undefined : outside(reference);
    if (target !== undefined) return this.#resolved(value, target, keys);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.#visit(inner, [...keys, key])]));
  }

  #resolved(holder: JsonObject, target: Pointer, keys: readonly string[]): Json {
    const kind = kindAt(keys);
    const shelf = kind === undefined ? undefined : this.#shelves.get(kind);
    if (shelf === undefined) return this.#inPlace(holder, target, keys);
    return { ...holder, $ref: this.#named.get(target) ?? this.#onShelf(target, shelf) };
  }

  #inPlace(holder: JsonObject, target: Pointer, keys: readonly string[]): Json {
    const siblings = Object.fromEntries(Object.entries(holder).filter(([key]) => key !== '$ref'));
    const value = valueAt(this.#source, target);
    if (value === undefined || this.#inside.has(target)) return siblings;
    this.#inside.add(target);
    const taken = this.#visit(value, keys);
    this.#inside.delete(target);
    return isObject(taken) ? { ...taken, ...siblings } : taken;
  }

  #onShelf(target: Pointer, shelf: readonly string[]): string {
    const taken = new Set(Object.keys((valueAt(this.#root, pointerTo(...shelf)) as JsonObject | undefined) ?? {}));
    for (const { to } of this.#pending) taken.add(to.at(-1) ?? '');
    for (const one of this.#named.values()) taken.add(tokensOf(one.slice(1)).at(-1) ?? '');
    const to = [...shelf, freeName(target, taken)];
    const reference = `#${pointerTo(...to)}`;
    this.#named.set(target, reference);
    this.#pending.push({ from: target, to });
    return reference;
  }
}

/** The place of another file that a reference of the joined document leads to. */
function outside(reference: string): Pointer | undefined {
  return reference.startsWith('#/$files/') ? pointerOfReference(reference) : undefined;
}

const INSTEAD_OF_KEYS: ReadonlySet<string> = new Set(KINDS_OF_3);

/** Which kind of part is wanted at a place, by the keys that lead to it; undefined for what has no name of its own. */
function kindAt(keys: readonly string[]): string | undefined {
  const [key = '', parent = '', above = '', top = ''] = keys.toReversed();
  if (parent === 'properties') return 'schemas';
  const isMethod = above === 'paths' || above === 'webhooks' || above === 'pathItems' || top === 'callbacks';
  if (isMethod && (VERBS as readonly string[]).includes(key)) return undefined;
  if (['paths', 'webhooks', 'pathItems'].includes(parent) || above === 'callbacks') return undefined;
  if (key === 'requestBody') return 'requestBodies';
  if (INSTEAD_OF_KEYS.has(parent)) return parent;
  // A whole shelf, a list of parameters, the properties of a schema: they are no parts themselves.
  const isWhole = INSTEAD_OF_KEYS.has(key) || ['properties', 'definitions', 'patternProperties'].includes(key);
  return isWhole || keys.length === 1 ? undefined : 'schemas';
}

function freeName(target: Pointer, taken: ReadonlySet<string>): string {
  const [, file = '', ...tokens] = tokensOf(target);
  const plain = (tokens.at(-1) ?? file.replace(/^.*\//, '').replace(/\.\w+$/, '')).replace(/[^\w.-]+/g, '_') || 'Part';
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) name = `${plain}${number}`;
  return name;
}

function put(value: JsonObject, [key = '', ...rest]: readonly string[], part: Json): JsonObject {
  const inner = member(value, key);
  return { ...value, [key]: rest.length === 0 ? part : put(isObject(inner) ? inner : {}, rest, part) };
}
