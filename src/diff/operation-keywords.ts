import { member, type Json } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { child } from '../domain/pointer.ts';
import { predicateOf } from './aspect-words.ts';
import { KINDS_BY_AREA } from './aspect-kinds.ts';
import { isDeprecationText } from './deprecation.ts';
import type { Draft, OperationName } from './draft.ts';
import { keywordAspect } from './keyword-aspect.ts';
import type { Match } from './match.ts';
import { TRIGGER_KEYWORDS } from './triggers.ts';
import { quote } from './wording.ts';

/** Compared by files of their own, or with the document's, which they inherit. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'operationId',
  'parameters',
  'responses',
  'deprecated',
  'x-ms-visibility',
  'consumes',
  'produces',
  'security',
  'schemes',
  ...TRIGGER_KEYWORDS,
]);

/** What changes in the keywords of an operation that have no meaning of their own here: texts, tags, extensions. */
export function diffOperationKeywords(operation: OperationName, match: Match<Operation>): Draft[] {
  const { before, after } = match;
  const keywords = new Set([...Object.keys(before.value), ...Object.keys(after.value)]);
  return [...keywords].flatMap((keyword) => {
    if (ELSEWHERE.has(keyword) || isDeprecationText(keyword, match)) return [];
    return diffKeyword(operation, after, keyword, member(before.value, keyword), member(after.value, keyword));
  });
}

function diffKeyword(
  operation: OperationName,
  after: Operation,
  keyword: string,
  from: Json | undefined,
  to: Json | undefined,
): Draft[] {
  const change = keywordAspect(keyword, from, to);
  if (change === undefined) return [];
  const pointer = to === undefined ? after.pointer : child(after.pointer, keyword);
  return [
    {
      kind: KINDS_BY_AREA.parameter[change.aspect],
      operation,
      place: { part: 'openapi', pointer },
      about: [keyword, from, to],
      values: [from, to],
      message: `Operation ${quote(operation.label)} ${predicateOf(change)}`,
    },
  ];
}
