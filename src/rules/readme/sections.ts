import { headingsOf } from '../facts/headings.ts';
import { quoteChoice } from '../quote.ts';
import type { Rule } from '../rule.ts';

/** The sections of Microsoft's template, and the word by which a heading is recognised. */
const SECTIONS: readonly (readonly [name: string, word: RegExp])[] = [
  ['Publisher', /publisher/],
  ['Prerequisites', /pre-?requisite|requirement|before you/],
  ['Supported operations', /operation|action|trigger/],
  ['Obtaining credentials', /credential|authenticat|api key/],
  ['Known issues and limitations', /known issue|limitation/],
  ['Deployment instructions', /deploy/],
];

export const sections: Rule = {
  code: 'readme/sections',
  connector: ({ readme }) => {
    if (readme === undefined) return undefined;
    const headings = headingsOf(readme.text);
    const lacking = SECTIONS.filter(([, word]) => !headings.some((heading) => word.test(heading)));
    if (lacking.length === 0) return undefined;
    const names = lacking.map(([name]) => name);
    const message = `The readme has no section ${quoteChoice(names)}`;
    const hint = `Add "## ${names[0]}"${names.length === 1 ? '' : ' and so on'}; one sentence is enough where there is little to say`;
    return [{ at: { part: 'readme', pointer: '' }, message, hint }];
  },
};
