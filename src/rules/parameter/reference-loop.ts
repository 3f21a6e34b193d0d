import { loop } from '../reference-problems.ts';
import type { Rule } from '../rule.ts';

export const referenceLoop: Rule = {
  code: 'parameter/reference-loop',
  reference: (reference, subject) => loop(reference, subject, 'parameter'),
};
