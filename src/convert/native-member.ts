import { member, type Json, type JsonObject } from '../domain/json.ts';
import type { Form } from './native-form.ts';

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

/** The value of a word in connector.yaml. */
export function valueOfWord({ path }: Word, native: JsonObject): Json | undefined {
  return path.reduce<Json | undefined>((value, token) => member(value, token), native);
}
