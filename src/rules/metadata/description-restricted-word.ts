import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const descriptionRestrictedWord: Rule = {
  code: 'metadata/description-restricted-word',
  document: (document) =>
    checkInfoText(document, 'description', (description) => {
      const word = /\bAPI\b/i.exec(description)?.[0];
      if (word === undefined) return undefined;
      const message = `The description holds the word ${quote(word)}`;
      return { message, hint: 'Name the service: makers need not know how it is called' };
    }),
};
