import type { Rule } from '../rule.ts';
import { undefinedRequirements } from '../shared-checks/undefined-requirements.ts';

// Real connectors often keep a requirement whose definition the wizard removed: it does nothing.
export const rootSecurityRequirementUndefined: Rule = {
  code: 'auth/root-security-requirement-undefined',
  document: (document) => undefinedRequirements(document, document, ''),
};
