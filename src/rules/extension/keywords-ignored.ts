import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

/** Once for each name: a document that a tool made repeats the same on every schema. */
export const keywordsIgnored: Rule = {
  code: 'extension/keywords-ignored',
  unreadExtension: ({ key, meant, pointers: [first], count }) => {
    if (meant !== undefined || first === undefined) return undefined;
    const where = count === 1 ? '' : `, which stands in ${count} places`;
    const message = `No product reads the extension ${quote(key)}${where}`;
    return [{ at: keyInOpenApi(first), message, hint: 'Leave it for other tools, or remove it', identity: key }];
  },
};
