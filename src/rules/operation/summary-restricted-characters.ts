import { quote, quoteChoice } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkSummary } from '../shared-checks/summary-problems.ts';

// A slash is a finding of its own.
const RESTRICTED = /[^\p{L}\p{M}\p{N}\s()/]/gu;
const MOST_NAMED = 5;

export const summaryRestrictedCharacters: Rule = {
  code: 'operation/summary-restricted-characters',
  operation: (operation) =>
    checkSummary(operation, (summary) => {
      const found = summary.match(RESTRICTED);
      if (found === null) return undefined;
      const named = quoteChoice([...new Set(found)].slice(0, MOST_NAMED), 'and');
      return {
        message: `Summary ${quote(summary)} contains ${named}`,
        hint: 'Use letters, digits, spaces and parentheses',
      };
    }),
};
