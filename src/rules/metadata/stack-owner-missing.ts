import type { Rule } from '../rule.ts';
import { missingName } from '../shared-checks/missing-name.ts';

export const stackOwnerMissing: Rule = {
  code: 'metadata/stack-owner-missing',
  properties: (properties) =>
    missingName(properties, 'stackOwner', {
      missing: 'The connector does not name who owns the service behind it',
      hint: 'Add "stackOwner" with the full name of that company',
    }),
};
