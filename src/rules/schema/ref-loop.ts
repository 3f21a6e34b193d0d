import { referenceCircles } from '../shared-checks/reference-circles.ts';
import type { Rule } from '../rule.ts';

export const refLoop: Rule = {
  code: 'schema/ref-loop',
  document: (document) => referenceCircles(document, 'schema'),
};
