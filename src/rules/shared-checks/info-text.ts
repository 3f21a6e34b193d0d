import type { JsonObject } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { descriptionOf, titleOf } from '../facts/connector-texts.ts';
import { inOpenApi, type Problem } from '../rule.ts';

type Words = Pick<Problem, 'message' | 'hint'>;

/** A finding at the connector's title or description when there is one and a check has words for it. */
export function checkInfoText(
  document: JsonObject,
  key: 'title' | 'description',
  check: (text: string) => Words | undefined,
): Problem[] | undefined {
  const text = key === 'title' ? titleOf(document) : descriptionOf(document);
  const words = text === undefined ? undefined : check(text);
  return words === undefined ? undefined : [{ ...words, at: inOpenApi(pointerTo('info', key)) }];
}
