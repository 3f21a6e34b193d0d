import { isArray, isObject, type Json } from '../domain/json.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';

const LONGEST = 60;
/** Characters in which a secret is looked for, before most of them are cut off. */
const MOST_SEARCHED = 5000;

/** A value as a message quotes it: JSON, on one line, at most 60 characters, and never a secret. */
export function quote(value: Json | undefined): string {
  if (typeof value === 'string') return JSON.stringify(shorten(maskSecrets(value.slice(0, MOST_SEARCHED))));
  if (isObject(value)) return 'an object';
  if (isArray(value)) return 'a list';
  return String(value);
}

/** What kind of value it is, with its article. */
export function kindOf(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return `a ${typeof value}`;
}

/** Values in a sentence: `"a", "b" or "c"`. */
export function quoteChoice(values: readonly Json[], join = 'or'): string {
  const quoted = values.map(quote);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${join} ${last}`;
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
