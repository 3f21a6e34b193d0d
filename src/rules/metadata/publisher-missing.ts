import type { Rule } from '../rule.ts';
import { missingName } from '../shared-checks/missing-name.ts';

export const publisherMissing: Rule = {
  code: 'metadata/publisher-missing',
  properties: (properties) =>
    missingName(properties, 'publisher', {
      missing: 'The connector names no publisher',
      hint: 'Add "publisher" with the full name of your company, or your own',
    }),
};
