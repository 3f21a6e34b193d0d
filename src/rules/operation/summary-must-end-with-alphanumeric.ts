import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkSummary } from '../shared-checks/summary-problems.ts';

export const summaryMustEndWithAlphanumeric: Rule = {
  code: 'operation/summary-must-end-with-alphanumeric',
  operation: (operation) =>
    checkSummary(operation, (summary) => {
      if (/[\p{L}\p{M}\p{N})]$/u.test(summary)) return undefined;
      const message = `Summary ${quote(summary)} ends with ${quote(/.$/su.exec(summary)?.[0])}`;
      return { message, hint: 'End it with a letter, a digit or a closing parenthesis' };
    }),
};
