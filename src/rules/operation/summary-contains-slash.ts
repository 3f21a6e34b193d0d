import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkSummary } from '../shared-checks/summary-problems.ts';

export const summaryContainsSlash: Rule = {
  code: 'operation/summary-contains-slash',
  operation: (operation) =>
    checkSummary(operation, (summary) => {
      if (!summary.includes('/')) return undefined;
      return { message: `Summary ${quote(summary)} contains "/"`, hint: 'Write "or" or "and", or name one of the two' };
    }),
};
