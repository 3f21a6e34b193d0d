import { checkPaths } from '../shared-checks/path-problems.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const pathMayNotContainQueryOrFragment: Rule = {
  code: 'operation/path-may-not-contain-query-or-fragment',
  document: (document) =>
    checkPaths(document, (path) => {
      const sign = /[?#]/.exec(path)?.[0];
      if (sign === undefined) return undefined;
      const what = sign === '?' ? 'a query' : 'a fragment';
      const hint = sign === '?' ? 'Declare what follows "?" as query parameters' : 'Remove "#" and what follows it';
      return { message: `Path ${quote(path)} contains ${what}`, hint };
    }),
};
