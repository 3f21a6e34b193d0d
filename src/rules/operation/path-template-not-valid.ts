import { checkPaths } from '../shared-checks/path-problems.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';

export const pathTemplateNotValid: Rule = {
  code: 'operation/path-template-not-valid',
  document: (document) =>
    checkPaths(document, (path) => {
      const fault = faultOf(path);
      if (fault === undefined) return undefined;
      return {
        message: `Path ${quote(path)} ${fault}`,
        hint: 'Write each variable as one name in braces: "/pets/{id}"',
      };
    }),
};

function faultOf(path: string): string | undefined {
  if (path.includes('{}')) return 'has a variable without a name';
  // What is left once every well-formed variable is gone must have no brace.
  const rest = path.replace(/\{[^{}]*\}/g, '');
  if (rest.includes('{')) return 'opens a brace that it does not close';
  return rest.includes('}') ? 'closes a brace that it does not open' : undefined;
}
