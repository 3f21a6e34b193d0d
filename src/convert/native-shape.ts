import { entriesOf, isObject, member, objectMember, type Json, type JsonObject } from '../domain/json.ts';
import { existing, type Form } from './native-form.ts';
import { group, valueOfWord, type Group, type Member } from './native-member.ts';
import { placeInObject } from './native-place.ts';

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
    placeOf: (native, tokens) => (isObject(native) ? placeInObject(shape, native, tokens) : existing(native, tokens)),
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
    const value = valueOfWord(found, native);
    return value === undefined ? extra : found.form.toPublished(value);
  }
  const inside = published(found, native, isObject(extra) ? extra : undefined);
  return inside.length > 0 ? Object.fromEntries(inside) : extra;
}
