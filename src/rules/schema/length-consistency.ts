import { boundsInOrder, hasAny, lengthsAreCounts } from '../shared-checks/consistency.ts';
import type { Rule } from '../rule.ts';

const LENGTHS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];

export const lengthConsistency: Rule = {
  code: 'schema/length-consistency',
  schemaKeys: LENGTHS,
  schema: ({ value, pointer }) => {
    if (!hasAny(value, LENGTHS)) return undefined;
    return [
      ...lengthsAreCounts(value, pointer, LENGTHS),
      ...boundsInOrder(value, pointer, 'minLength', 'maxLength'),
      ...boundsInOrder(value, pointer, 'minItems', 'maxItems'),
      ...boundsInOrder(value, pointer, 'minProperties', 'maxProperties'),
    ];
  },
};
