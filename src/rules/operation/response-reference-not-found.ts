import { notFound } from '../shared-checks/reference-problems.ts';
import type { Rule } from '../rule.ts';

export const responseReferenceNotFound: Rule = {
  code: 'operation/response-reference-not-found',
  reference: (reference, subject) => notFound(reference, subject, 'response'),
};
