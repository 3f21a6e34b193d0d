import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const patternConsistency: Rule = {
  code: 'schema/pattern-consistency',
  schemaKeys: ['pattern'],
  schema: ({ value, pointer }) => {
    const pattern = stringMember(value, 'pattern');
    if (pattern === undefined || compiles(pattern)) return undefined;
    const message = `Pattern ${quote(pattern)} is not a regular expression`;
    return [
      {
        at: inOpenApi(child(pointer, 'pattern')),
        message,
        hint: 'Close what it opens, and double each backslash in JSON',
      },
    ];
  },
};

/** Only compiled, never run: a pattern from a file must not cost us time. The platform also knows inline options such as `(?i)`. */
function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern.replace(/^\(\?[a-z]+\)/, '')) instanceof RegExp;
  } catch {
    return false;
  }
}
