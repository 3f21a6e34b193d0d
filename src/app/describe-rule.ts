import { Failure } from '../domain/failure.ts';
import { isKnownRuleCode } from '../domain/known-rule-code.ts';
import { KNOWN_RULE_CODES, RULE_CODES, type KnownRuleCode } from '../domain/rule-codes.ts';
import type { RuleRow } from '../domain/rule-row.ts';
import { ruleDocs } from '../report/docs-link.ts';
import { nearest } from '../rules/did-you-mean.ts';
import { readRulePage } from './rule-page.ts';

/** What is known of one rule. */
export interface DescribedRule extends Pick<RuleRow, 'severity' | 'products' | 'official' | 'fixable' | 'status'> {
  readonly code: KnownRuleCode;
  readonly link: string;
  /** The rule's page, Markdown of our own; a rule that is not checked yet has none. */
  readonly page?: string;
}

/** Every rule, in the order of the table; without pages. */
export function listRules(): DescribedRule[] {
  return KNOWN_RULE_CODES.map(describe);
}

/**
 * A rule by its code, or by a part of it that only one code has, or by the name that the platform's own validator has for it.
 * @throws Failure (`usage`) for something that names no rule, or several.
 */
export function describeRule(text: string): DescribedRule {
  const code = codeNamed(text);
  const page = readRulePage(code);
  return { ...describe(code), ...(page === undefined ? {} : { page }) };
}

function describe(code: KnownRuleCode): DescribedRule {
  const { severity, products, official, fixable, status } = RULE_CODES[code];
  return { code, severity, products, official, fixable, status, link: ruleDocs(code) };
}

function codeNamed(text: string): KnownRuleCode {
  if (isKnownRuleCode(text)) return text;
  if (text.startsWith('style/')) {
    const hint = 'Look for it in .spectral.yaml, or in a ruleset that it extends; docs/house-style.md says more';
    throw new Failure('usage', `"${text}" is a rule of house style, and its team knows what it means`, { hint });
  }
  const folded = text.toLowerCase();
  const similar = KNOWN_RULE_CODES.filter((code) => folded !== '' && code.includes(folded));
  const official = KNOWN_RULE_CODES.filter((code) => isOfficialName(code, folded));
  const found = official.length > 0 ? official : similar;
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new Failure('usage', `"${text}" names ${found.length === 0 ? 'no rule' : `${found.length} rules`}`, {
    hint: found.length === 0 ? hintFor(text) : `Did you mean ${found.slice(0, 5).join(', ')}?`,
  });
}

function isOfficialName(code: KnownRuleCode, folded: string): boolean {
  const row: RuleRow = RULE_CODES[code];
  return row.official.some((name) => name.toLowerCase() === folded);
}

/** The whole code may be misspelt, or its second half alone. */
function hintFor(text: string): string {
  const names = new Map(KNOWN_RULE_CODES.map((code) => [code.slice(code.indexOf('/') + 1), code]));
  const code = nearest(text, KNOWN_RULE_CODES) ?? names.get(nearest(text, names.keys()) ?? '');
  return code === undefined ? '"connectors rules" lists them' : `Did you mean ${code}?`;
}
