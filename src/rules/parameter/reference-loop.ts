import { referenceCircles } from '../shared-checks/reference-circles.ts';
import type { Rule } from '../rule.ts';

export const referenceLoop: Rule = {
  code: 'parameter/reference-loop',
  document: (document) => referenceCircles(document, 'parameter'),
};
