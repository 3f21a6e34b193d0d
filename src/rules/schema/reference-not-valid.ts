import { notValid } from '../shared-checks/reference-problems.ts';
import type { Rule } from '../rule.ts';

export const referenceNotValid: Rule = {
  code: 'schema/reference-not-valid',
  reference: (reference, subject) => notValid(reference, subject, 'schema'),
};
