import { notValid } from '../shared-checks/reference-problems.ts';
import type { Rule } from '../rule.ts';

export const responseReferenceNotValid: Rule = {
  code: 'operation/response-reference-not-valid',
  reference: (reference, subject) => notValid(reference, subject, 'response'),
};
