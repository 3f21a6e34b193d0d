import { checkPaths } from '../paths.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const pathMustStartWithSlash: Rule = {
  code: 'operation/path-must-start-with-slash',
  document: (document) =>
    checkPaths(document, (path) => {
      if (path.startsWith('/')) return undefined;
      return { message: `Path ${quote(path)} does not start with "/"`, hint: `Write ${quote(`/${path}`)}` };
    }),
};
