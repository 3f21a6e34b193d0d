import { member, type JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inProperties, type Problem } from '../rule.ts';

/** A finding when the properties have no name under a key, or one without a letter or digit. */
export function missingName(
  properties: JsonObject,
  key: 'publisher' | 'stackOwner',
  words: { readonly missing: string; readonly hint: string },
): Problem[] | undefined {
  const name = member(properties, key);
  if (typeof name === 'string' && /[\p{L}\p{N}]/u.test(name)) return undefined;
  if (name === undefined) return [{ at: inProperties(''), message: words.missing, hint: words.hint }];
  const message = typeof name === 'string' && name.trim() === '' ? words.missing : `${quote(name)} is no name`;
  return [{ at: inProperties(pointerTo(key)), message, hint: words.hint }];
}
