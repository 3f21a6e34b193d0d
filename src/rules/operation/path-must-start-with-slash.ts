import { checkPaths } from '../shared-checks/path-problems.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { ROOT_KEYS } from '../structure-words.ts';

export const pathMustStartWithSlash: Rule = {
  code: 'operation/path-must-start-with-slash',
  document: (document) =>
    checkPaths(document, (path) => {
      // A key of the document's root was put here by mistake: the schema says that better.
      if (path.startsWith('/') || ROOT_KEYS.has(path)) return undefined;
      return { message: `Path ${quote(path)} does not start with "/"`, hint: `Write ${quote(`/${path}`)}` };
    }),
};
