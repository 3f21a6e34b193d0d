import { checkPaths } from '../shared-checks/path-problems.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const pathContainsUnsupportedCharacters: Rule = {
  code: 'operation/path-contains-unsupported-characters',
  document: (document) =>
    checkPaths(document, (path) => {
      if (!path.includes('*')) return undefined;
      const message = `Path ${quote(path)} contains "*", which the products do not route`;
      return { message, hint: 'Use a variable such as "{path}" for the part that varies' };
    }),
};
