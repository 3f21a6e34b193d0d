import { stringMember } from '../../domain/json.ts';
import type { Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Problem } from '../rule.ts';

/** A finding at an operation's summary when there is one, not blank, and a check has words for it. */
export function checkSummary(
  operation: Operation,
  check: (summary: string) => Pick<Problem, 'message' | 'hint'> | undefined,
): Problem[] | undefined {
  const summary = stringMember(operation.value, 'summary');
  const words = summary === undefined || summary.trim() === '' ? undefined : check(summary);
  return words === undefined ? undefined : [{ ...words, at: inOpenApi(child(operation.pointer, 'summary')) }];
}
