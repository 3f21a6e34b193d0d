import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const titleMustEndWithAlphanumeric: Rule = {
  code: 'metadata/title-must-end-with-alphanumeric',
  document: (document) =>
    checkInfoText(document, 'title', (title) => {
      // Certified titles do end with a remark in parentheses.
      if (/[\p{L}\p{N})]$/u.test(title)) return undefined;
      const message = `Title ${quote(title)} ends with ${quote(Array.from(title).at(-1))}`;
      return { message, hint: 'Let it end with a letter or a digit' };
    }),
};
