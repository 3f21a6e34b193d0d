import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const nameMisspelt: Rule = {
  code: 'extension/name-misspelt',
  unreadExtension: ({ key, meant, pointers }) => {
    if (meant === undefined) return undefined;
    const message = `No product reads an extension ${quote(key)}`;
    return pointers.map((pointer) => ({ at: keyInOpenApi(pointer), message, hint: `Did you mean ${quote(meant)}?` }));
  },
};
