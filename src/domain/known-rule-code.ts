import { RULE_CODES, type KnownRuleCode } from './rule-codes.ts';

export function isKnownRuleCode(text: string): text is KnownRuleCode {
  return Object.hasOwn(RULE_CODES, text);
}
