import { hash } from 'node:crypto';
import { RULE_CODES } from '../domain/rule-codes.ts';
import { VERSION } from '../domain/version.ts';

/**
 * Names the rules of this program: two programs with the same digest judge alike. Over the version, because a rule's code can change while
 * its row stays, and over every row.
 */
export function ruleSetDigest(): string {
  return `sha256:${hash('sha256', JSON.stringify([VERSION, RULE_CODES]))}`;
}
