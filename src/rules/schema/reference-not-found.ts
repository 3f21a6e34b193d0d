import { notFound } from '../shared-checks/reference-problems.ts';
import type { Rule } from '../rule.ts';

export const referenceNotFound: Rule = {
  code: 'schema/reference-not-found',
  reference: (reference, subject) => notFound(reference, subject, 'schema'),
};
