import type { Pointer } from '../domain/pointer.ts';

/** What is wrong with a ruleset, at a place of its file. */
export interface RulesetProblem {
  readonly code: 'file/ruleset-not-valid' | 'file/ruleset-not-allowed';
  readonly pointer: Pointer;
  readonly key?: boolean;
  readonly message: string;
  readonly hint?: string;
}

export function notValid(pointer: Pointer, message: string, hint?: string): RulesetProblem {
  return { code: 'file/ruleset-not-valid', pointer, message, ...(hint === undefined ? {} : { hint }) };
}

export function notAllowed(pointer: Pointer, message: string, hint?: string): RulesetProblem {
  return { code: 'file/ruleset-not-allowed', pointer, message, ...(hint === undefined ? {} : { hint }) };
}
