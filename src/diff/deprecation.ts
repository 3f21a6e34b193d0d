import { member, stringMember } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { keywordPlace, type Draft, type OperationName } from './draft.ts';
import type { Match } from './match.ts';
import { quote } from './wording.ts';

/** What a deprecation asks for at the end of a text. */
const SUFFIX = /\s*[([]\s*deprecated\b[^()[\]]*[)\]]\s*\.?\s*$/i;

/** Whether makers may still count on an operation. They read it in its texts, unless they never see them. */
export function diffDeprecation(operation: OperationName, { before, after }: Match<Operation>): Draft[] {
  const was = isDeprecated(before);
  const is = isDeprecated(after);
  if (was === is) return [];
  const silent = is && stringMember(after.value, 'x-ms-visibility') !== 'internal' && !saysSo(after);
  const kind = !is ? 'operation-undeprecated' : silent ? 'operation-deprecated-without-suffix' : 'operation-deprecated';
  const words = `is ${is ? 'deprecated' : 'no longer deprecated'}${silent ? ' and does not say so to makers' : ''}`;
  const message = `Operation ${quote(operation.label)} ${words}`;
  return [{ kind, operation, place: keywordPlace(after, 'deprecated'), about: [is], message }];
}

/** Whether a text differs only in the words that a deprecation, or its end, asks for: part of that change, and none of its own. */
export function isDeprecationText(keyword: string, { before, after }: Match<Operation>): boolean {
  if ((keyword !== 'summary' && keyword !== 'description') || isDeprecated(before) === isDeprecated(after))
    return false;
  return textOf(before, keyword).replace(SUFFIX, '') === textOf(after, keyword).replace(SUFFIX, '');
}

function isDeprecated(operation: Operation): boolean {
  return member(operation.value, 'deprecated') === true;
}

/** In every text that there is, in any words. */
function saysSo(operation: Operation): boolean {
  const texts = ['summary', 'description'].map((keyword) => textOf(operation, keyword)).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /\bdeprecated\b/i.test(text));
}

function textOf({ value }: Operation, keyword: string): string {
  return (stringMember(value, keyword) ?? '').trim();
}
