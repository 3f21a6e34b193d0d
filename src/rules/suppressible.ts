import { ruleRow } from '../domain/rule-codes.ts';

/**
 * Whether findings of a rule can be accepted in the repository at all. An error of the base profile cannot: every registry judges again,
 * knows no suppression, and would refuse at publishing what was accepted here.
 */
export function isSuppressible(rule: string): boolean {
  return !rule.startsWith('metadata/suppression-') && ruleRow(rule)?.severity.base !== 'error';
}
