import { member, type JsonObject } from '../domain/json.ts';
import { existing } from './native-form.ts';
import { valueOfWord, type Group, type Member } from './native-member.ts';

type Tokens = readonly string[];

/** Tokens below a published object -> tokens below the object of connector.yaml that stands for it, or that would hold what is missing. */
export function placeInObject(shape: Group, native: JsonObject, tokens: Tokens): Tokens {
  return placeIn(shape, native, [], tokens);
}

// `above` are the keys of the groups passed on the way: `extra` has them, connector.yaml has not.
function placeIn(shape: Group, native: JsonObject, above: Tokens, tokens: Tokens): Tokens {
  const [head, ...rest] = tokens;
  if (head === undefined) return placeOfGroup(shape, native, above);
  const found = shape.members.get(head);
  if (found?.kind === 'group') return placeIn(found, native, [...above, head], rest);
  const value = found && valueOfWord(found, native);
  if (found !== undefined && value !== undefined) return [...found.path, ...found.form.placeOf(value, rest)];
  return (
    placeOfGathered(shape, native, tokens) ?? placeInExtra(native, above, tokens) ?? holderOf(found, shape, native)
  );
}

function placeOfGroup(shape: Group, native: JsonObject, above: Tokens): Tokens {
  const written = [...shape.members.values()].some(
    (one) => one.kind === 'word' && valueOfWord(one, native) !== undefined,
  );
  const [last = '', ...rest] = above.toReversed();
  return (written ? undefined : placeInExtra(native, rest.toReversed(), [last])) ?? holderOf(undefined, shape, native);
}

function placeOfGathered({ prefixed }: Group, native: JsonObject, [head = '', ...rest]: Tokens): Tokens | undefined {
  if (prefixed === undefined || !head.startsWith(prefixed.prefix)) return undefined;
  const path = [prefixed.word, head.slice(prefixed.prefix.length)];
  const reached = existing(native, [...path, ...rest]);
  return reached.length < path.length ? undefined : reached;
}

function placeInExtra(native: JsonObject, above: Tokens, tokens: Tokens): Tokens | undefined {
  const reached = existing(member(native, 'extra'), [...above, ...tokens]);
  return reached.length > above.length ? ['extra', ...reached] : undefined;
}

/** Where the author would add what is not there. */
function holderOf(missing: Member | undefined, { prefixed }: Group, native: JsonObject): Tokens {
  if (missing?.kind === 'word') return existing(native, missing.path);
  return prefixed === undefined ? [] : existing(native, [prefixed.word]);
}
