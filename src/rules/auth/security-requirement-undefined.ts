import type { Rule } from '../rule.ts';
import { undefinedRequirements } from '../shared-checks/undefined-requirements.ts';

export const securityRequirementUndefined: Rule = {
  code: 'auth/security-requirement-undefined',
  operation: ({ value, pointer }, { document = {} }) => undefinedRequirements(document, value, pointer),
};
