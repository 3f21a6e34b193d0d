import { entriesOf, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { existing, type Form } from './native-form.ts';
import { grown, inner, put, type Growing } from './native-growing.ts';
import { group, type Group, type Member } from './native-member.ts';
import { placeInObject } from './native-place.ts';
import { headsOf, type Head } from './native-targets.ts';

/**
 * An object whose keys have words, with what has none in `extra`, as it is. Keys are in the author's order on both sides. Groups nest as deep
 * as the table, so nothing here recurses into what an author wrote.
 */
export function objectOf(members: Readonly<Record<string, Member>>): Form {
  const shape = group(members);
  const heads = headsOf(shape);
  return {
    toNative: (published) => (isObject(published) ? nativeObject(shape, published) : undefined),
    toPublished: (native) => (isObject(native) ? publishedObject(shape, heads, native) : native),
    placeOf: (native, tokens) => (isObject(native) ? placeInObject(shape, native, tokens) : existing(native, tokens)),
  };
}

function nativeObject(shape: Group, published: JsonObject): JsonObject {
  const native: Growing = new Map();
  addNative(native, shape, published, []);
  return grown(native);
}

function addNative(native: Growing, shape: Group, published: JsonObject, above: readonly string[]): void {
  for (const [key, value] of entriesOf(published)) {
    const found = shape.members.get(key);
    const { prefixed } = shape;
    const said = found?.kind === 'word' ? found.form.toNative(value) : undefined;
    if (found?.kind === 'word' && said !== undefined) put(native, found.path, said);
    // An object without any member has no word that would bring it back.
    else if (found?.kind === 'group' && isObject(value) && Object.keys(value).length > 0) {
      addNative(native, found, value, [...above, key]);
    } else if (found === undefined && prefixed !== undefined && key.startsWith(prefixed.prefix)) {
      put(native, [prefixed.word, key.slice(prefixed.prefix.length)], value);
    } else put(native, ['extra', ...above, key], value);
  }
}

function publishedObject(shape: Group, heads: ReadonlyMap<string, Head>, native: JsonObject): JsonObject {
  const published: Growing = new Map();
  for (const [key, value] of entriesOf(native)) {
    const head = heads.get(key);
    if (head !== undefined) addWords(published, head, value);
    else if (key === 'extra') addExtra(published, shape, value);
  }
  return grown(published);
}

function addWords(published: Growing, head: Head, value: Json): void {
  if (head.kind === 'one') return put(published, head.target.path, head.target.form.toPublished(value));
  for (const [key, one] of entriesOf(value)) {
    const target = head.kind === 'several' ? head.targets.get(key) : undefined;
    if (target !== undefined) put(published, target.path, target.form.toPublished(one));
    else if (head.kind === 'gathered') put(published, [...head.path, head.prefix + key], one);
  }
}

/** A word wins over the same key in `extra`, wherever the two stand. */
function addExtra(published: Growing, shape: Group, extra: Json): void {
  for (const [key, value] of entriesOf(extra)) {
    const found = shape.members.get(key);
    if (found?.kind === 'group' && isObject(value)) addExtra(inner(published, key), found, value);
    else if (!published.has(key)) published.set(key, value);
  }
}
