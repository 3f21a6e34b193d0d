import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const titleRestrictedWord: Rule = {
  code: 'metadata/title-restricted-word',
  document: (document) =>
    checkInfoText(document, 'title', (title) => {
      const word = /\b(?:API|connector)\b/i.exec(title)?.[0];
      if (word === undefined) return undefined;
      const message = `Title ${quote(title)} holds the word ${quote(word)}`;
      return { message, hint: 'Leave the word out: everything in the list is a connector to an API' };
    }),
};
