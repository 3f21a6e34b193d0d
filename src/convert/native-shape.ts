import { entriesOf, isObject, member, objectMember, type Json, type JsonObject } from '../domain/json.ts';
import { existing, type Form } from './native-form.ts';

/** What a key of the published form becomes in connector.yaml. */
export type Member = Word | Group;

/** A key with a word of its own; `path` leads to it in connector.yaml. */
export interface Word {
  readonly kind: 'word';
  readonly path: readonly string[];
  readonly form: Form;
}

/** An object that connector.yaml does not have: its members stand beside those of the object that holds it. */
export interface Group {
  readonly kind: 'group';
  readonly members: ReadonlyMap<string, Member>;
  /** Keys that start with `prefix` are gathered, without it, in the map `word`. */
  readonly prefixed?: { readonly word: string; readonly prefix: string };
}

export function word(path: string, form: Form): Word {
  return { kind: 'word', path: path.split('.'), form };
}

export function group(members: Readonly<Record<string, Member>>, prefixed?: Group['prefixed']): Group {
  const base: Group = { kind: 'group', members: new Map(Object.entries(members)) };
  return prefixed === undefined ? base : { ...base, prefixed };
}

/**
 * An object whose keys have words, with what has none in `extra`, as it is. `members` is in the order of the published form, `order` in
 * that of connector.yaml. Groups nest as deep as the table, so nothing here recurses into what an author wrote.
 */
export function objectOf(order: readonly string[], members: Readonly<Record<string, Member>>): Form {
  const shape = group(members);
  return {
    toNative: (published) => (isObject(published) ? nativeObject(shape, order, published) : undefined),
    toPublished: (native) =>
      isObject(native) ? Object.fromEntries(published(shape, native, objectMember(native, 'extra'))) : native,
    placeOf: (native, tokens) => (isObject(native) ? placeIn(shape, native, [], tokens) : existing(native, tokens)),
  };
}

interface Found {
  readonly words: readonly (readonly [path: readonly string[], value: Json])[];
  readonly rest: readonly (readonly [key: string, value: Json])[];
}

function nativeObject(shape: Group, order: readonly string[], value: JsonObject): JsonObject {
  const { words, rest } = wordsIn(shape, value);
  const native = new Map<string, Json>();
  for (const key of order) {
    const own = words.filter(([[head]]) => head === key);
    if (own.length > 0) native.set(key, nested(own));
  }
  if (rest.length > 0) native.set('extra', Object.fromEntries(rest));
  return Object.fromEntries(native);
}

// A path has one token, or two when connector.yaml groups what the published form does not.
function nested(words: Found['words']): Json {
  const [first] = words;
  if (first !== undefined && first[0].length === 1) return first[1];
  return Object.fromEntries(words.map(([[, inner = ''], value]) => [inner, value]));
}

function wordsIn(shape: Group, value: JsonObject): Found {
  const words: (readonly [readonly string[], Json])[] = [];
  const rest: [string, Json][] = [];
  const gathered: [string, Json][] = [];
  for (const [key, inner] of entriesOf(value)) {
    const found = shape.members.get(key);
    const native = found?.kind === 'word' ? found.form.toNative(inner) : undefined;
    if (found?.kind === 'word' && native !== undefined) words.push([found.path, native]);
    else if (found?.kind === 'group' && isObject(inner)) {
      const below = wordsIn(found, inner);
      words.push(...below.words);
      // An object without any word is kept, so that an empty one is not lost.
      if (below.rest.length > 0 || below.words.length === 0) rest.push([key, Object.fromEntries(below.rest)]);
    } else if (found === undefined && shape.prefixed !== undefined && key.startsWith(shape.prefixed.prefix)) {
      gathered.push([key.slice(shape.prefixed.prefix.length), inner]);
    } else rest.push([key, inner]);
  }
  if (shape.prefixed !== undefined && gathered.length > 0) {
    words.push([[shape.prefixed.word], Object.fromEntries(gathered)]);
  }
  return { words, rest };
}

// A word wins over the same key in `extra`.
function published(shape: Group, native: JsonObject, extra: JsonObject | undefined): [string, Json][] {
  const entries = new Map<string, Json>();
  for (const [key, found] of shape.members) {
    const value = publishedMember(found, native, member(extra, key));
    if (value !== undefined) entries.set(key, value);
  }
  if (shape.prefixed !== undefined) {
    const { word: name, prefix } = shape.prefixed;
    for (const [key, value] of entriesOf(member(native, name))) entries.set(prefix + key, value);
  }
  for (const [key, value] of entriesOf(extra)) if (!entries.has(key)) entries.set(key, value);
  return [...entries];
}

function publishedMember(found: Member, native: JsonObject, extra: Json | undefined): Json | undefined {
  if (found.kind === 'word') {
    const value = at(native, found.path);
    return value === undefined ? extra : found.form.toPublished(value);
  }
  const inside = published(found, native, isObject(extra) ? extra : undefined);
  return inside.length > 0 ? Object.fromEntries(inside) : extra;
}

/** `above`: the keys of the groups passed on the way, which is where `extra` holds what has no word. */
function placeIn(
  shape: Group,
  native: JsonObject,
  above: readonly string[],
  tokens: readonly string[],
): readonly string[] {
  const [head, ...rest] = tokens;
  if (head === undefined) return [];
  const found = shape.members.get(head);
  if (found?.kind === 'word') {
    const value = at(native, found.path);
    if (value !== undefined) return [...found.path, ...found.form.placeOf(value, rest)];
  }
  if (found?.kind === 'group' && rest.length > 0) return placeIn(found, native, [...above, head], rest);
  return gatheredPlace(shape, native, head, rest) ?? restPlace(native, above, tokens) ?? wordAbove(found, native);
}

function gatheredPlace(shape: Group, native: JsonObject, head: string, rest: readonly string[]) {
  if (shape.prefixed === undefined || !head.startsWith(shape.prefixed.prefix)) return undefined;
  const name = head.slice(shape.prefixed.prefix.length);
  const value = member(member(native, shape.prefixed.word), name);
  return value === undefined ? undefined : [shape.prefixed.word, name, ...existing(value, rest)];
}

function restPlace(native: JsonObject, above: readonly string[], tokens: readonly string[]) {
  const path = [...above, ...tokens];
  const reached = existing(member(native, 'extra'), path);
  return reached.length > above.length ? ['extra', ...reached] : undefined;
}

function wordAbove(found: Member | undefined, native: JsonObject): readonly string[] {
  return found?.kind === 'word' ? existing(native, found.path) : [];
}

function at(native: JsonObject, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, token) => member(value, token), native);
}
