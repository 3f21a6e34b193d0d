import type { DynamicCall } from '../facts/dynamic-calls.ts';
import type { Input } from '../facts/operation-inputs.ts';
import { resolveCall, type PassedReference, type PassedValue } from '../facts/resolved-call.ts';
import type { Operation } from '../../domain/operation.ts';
import type { Problem } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** A value on its way: what it comes from in one operation, and what takes it in another. */
export interface Passage {
  readonly passed: PassedValue;
  readonly reference: PassedReference;
  readonly giver: Input;
  readonly operation: Operation;
  /** Undefined when the target takes any name. */
  readonly taker: Input | undefined;
  readonly target: Operation | undefined;
}

/** A finding at each value that a call passes from what the maker filled in; of several operations the first that has one speaks. */
export function checkPassages(
  call: DynamicCall,
  subject: Subject,
  check: (passage: Passage) => Problem | undefined,
): Problem[] | undefined {
  if (call.parameters.length === 0) return undefined;
  const { target, passed } = resolveCall(call, subject);
  return passed.flatMap((one) => {
    const { reference, taker: takes } = one;
    const taker = takes?.kind === 'found' ? takes.input : undefined;
    for (const { operation, found } of reference?.givers ?? []) {
      if (reference === undefined || found.kind !== 'found') continue;
      const problem = check({ passed: one, reference, giver: found.input, operation, taker, target });
      if (problem !== undefined) return [problem];
    }
    return [];
  });
}
