import { missingText } from '../shared-checks/missing-text.ts';
import type { Rule } from '../rule.ts';

export const titleMissing: Rule = {
  code: 'metadata/title-missing',
  document: (document) =>
    missingText(document, 'info', 'title', {
      message: 'The connector has no title',
      hint: 'Add "title" to "info": it is the name that makers look for',
    }),
};
