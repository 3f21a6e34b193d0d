import { loop } from '../reference-problems.ts';
import type { Rule } from '../rule.ts';

export const refLoop: Rule = {
  code: 'schema/ref-loop',
  reference: (reference, subject) => loop(reference, subject, 'schema'),
};
