import { missingText } from '../shared-checks/missing-text.ts';
import type { Rule } from '../rule.ts';

export const descriptionMissing: Rule = {
  code: 'metadata/description-missing',
  document: (document) =>
    missingText(document, 'info', 'description', {
      message: 'The connector has no description',
      hint: 'Add "description" to "info": one or two sentences on what a maker can do with it',
    }),
};
