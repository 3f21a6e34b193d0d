import { checkPaths } from '../shared-checks/path-problems.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const pathVariablesContainDefaults: Rule = {
  code: 'operation/path-variables-contain-defaults',
  document: (document) =>
    checkPaths(document, (path) => {
      const variable = /\{[^{}=]*=[^{}]*\}/.exec(path)?.[0];
      if (variable === undefined) return undefined;
      const message = `Variable ${quote(variable)} of path ${quote(path)} carries a default`;
      return { message, hint: 'Give the default to the path parameter and keep the name only' };
    }),
};
