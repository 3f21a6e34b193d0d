import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkSummary } from '../shared-checks/summary-problems.ts';

const LONGEST = 80;

export const summaryTooLong: Rule = {
  code: 'operation/summary-too-long',
  operation: (operation) =>
    checkSummary(operation, (summary) => {
      if (summary.length <= LONGEST) return undefined;
      const message = `Summary ${quote(summary)} has ${summary.length} characters, and ${LONGEST} is the most`;
      return { message, hint: 'Name what the operation does, and say the rest in the description' };
    }),
};
