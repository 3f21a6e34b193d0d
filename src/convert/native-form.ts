import { entriesOf, isArray, isObject, member, type Json } from '../domain/json.ts';

/**
 * How one value is written in connector.yaml and in the published properties.
 * All three functions are total, and `toPublished(toNative(x))` is x for everything that `toNative` takes.
 */
export interface Form {
  /** undefined: the value has no form in our words, and goes into `extra` as it is. */
  readonly toNative: (published: Json) => Json | undefined;
  /** A value of the wrong shape passes through, so that rules can report it. */
  readonly toPublished: (native: Json) => Json;
  /** Tokens below the published value -> tokens below the native one; as deep as the native value goes. */
  readonly placeOf: (native: Json, tokens: readonly string[]) => readonly string[];
}

/** Written the same on both sides. */
export function verbatim(fits: (value: Json) => boolean): Form {
  return {
    toNative: (published) => (fits(published) ? published : undefined),
    toPublished: (native) => native,
    placeOf: existing,
  };
}

/** `true` in connector.yaml, the string "true" in the published form. */
export const YES_NO: Form = {
  toNative: (published) => (published === 'true' ? true : published === 'false' ? false : undefined),
  toPublished: (native) => (typeof native === 'boolean' ? String(native) : native),
  placeOf: () => [],
};

/** A map with free names; the author's order is kept. One value without a native form keeps the whole map out. */
export function mapOf(form: Form): Form {
  return {
    toNative: (published) => (isObject(published) ? mapValues(published, form.toNative) : undefined),
    toPublished: (native) => mapValues(native, form.toPublished) ?? native,
    placeOf: (native, tokens) => placeInside(form, native, tokens),
  };
}

export function listOf(form: Form): Form {
  return {
    toNative: (published) => (isArray(published) ? allOrNone(published.map(form.toNative)) : undefined),
    toPublished: (native) => (isArray(native) ? native.map(form.toPublished) : native),
    placeOf: (native, tokens) => placeInside(form, native, tokens),
  };
}

/** The longest start of `tokens` that leads somewhere in the value. */
export function existing(value: Json | undefined, tokens: readonly string[]): readonly string[] {
  let at = value;
  const missing = tokens.findIndex((token) => (at = step(at, token)) === undefined);
  return missing === -1 ? tokens : tokens.slice(0, missing);
}

function placeInside(form: Form, native: Json, tokens: readonly string[]): readonly string[] {
  const [head, ...rest] = tokens;
  const inner = head === undefined ? undefined : step(native, head);
  return head === undefined || inner === undefined ? [] : [head, ...form.placeOf(inner, rest)];
}

function step(value: Json | undefined, token: string): Json | undefined {
  if (!isArray(value)) return member(value, token);
  return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
}

// Object.fromEntries defines keys, so that one called `__proto__` stays a key.
function mapValues(value: Json, convert: (value: Json) => Json | undefined): Json | undefined {
  if (!isObject(value)) return undefined;
  const entries = entriesOf(value);
  const converted = allOrNone(entries.map(([, inner]) => convert(inner)));
  return converted && Object.fromEntries(converted.map((inner, index) => [entries[index]?.[0] ?? '', inner]));
}

function allOrNone(values: readonly (Json | undefined)[]): Json[] | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === values.length ? present : undefined;
}
