import { missingText } from '../shared-checks/missing-text.ts';
import type { Rule } from '../rule.ts';

export const versionMissing: Rule = {
  code: 'metadata/version-missing',
  document: (document) =>
    missingText(document, 'info', 'version', {
      message: 'The connector has no version',
      hint: 'Add "version" to "info", for example "1.0", with quotes',
    }),
};
