import { member, objectMember, type JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { inOpenApi, type Problem } from '../rule.ts';

/** A finding when a text that has to be there is absent or blank. A value of another type is for the schema to tell, as is a missing holder. */
export function missingText(
  document: JsonObject,
  holder: string,
  key: string,
  words: Pick<Problem, 'message' | 'hint'>,
): Problem[] {
  const object = objectMember(document, holder);
  if (object === undefined) return [];
  const value = member(object, key);
  const place = pointerTo(holder, key);
  if (value === undefined) return [{ ...words, at: inOpenApi(pointerTo(holder)), replaces: [place] }];
  return typeof value === 'string' && value.trim() === '' ? [{ ...words, at: inOpenApi(place) }] : [];
}
