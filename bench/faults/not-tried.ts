import type { KnownRuleCode } from '../../src/domain/rule-codes.ts';

/** What is no fault of one connector at one time, and the test that has it. */
export const NOT_TRIED: Readonly<Partial<Record<KnownRuleCode, string>>> = {
  'file/ruleset-changed': 'shows beside a base: test/house-style/style-of-base.test.ts',
  'file/ruleset-not-valid': "is the team's ruleset: test/house-style/style-of-base.test.ts",
  'file/ruleset-not-allowed': "is the team's ruleset: test/house-style/style-of-base.test.ts",
  'file/one-connector-per-change': 'shows beside a base: test/app/compare-findings.test.ts',
  'metadata/acknowledgement-inert': 'shows beside a base: test/app/compare-findings.test.ts',
  'file/house-style-not-finished': 'takes a ruleset that never ends: test/house-style/limits.test.ts',
};
