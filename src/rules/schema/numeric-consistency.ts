import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { boundsInOrder, hasAny, needs } from '../shared-checks/consistency.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

const KEYWORDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

export const numericConsistency: Rule = {
  code: 'schema/numeric-consistency',
  schemaKeys: KEYWORDS,
  schema: ({ value, pointer }) => {
    if (!hasAny(value, KEYWORDS)) return undefined;
    return [
      ...boundsInOrder(value, pointer, 'minimum', 'maximum'),
      ...needs(value, pointer, 'exclusiveMinimum', 'minimum'),
      ...needs(value, pointer, 'exclusiveMaximum', 'maximum'),
      ...multipleAboveZero(member(value, 'multipleOf'), child(pointer, 'multipleOf')),
    ];
  },
};

function multipleAboveZero(multiple: unknown, pointer: string): Problem[] {
  if (typeof multiple !== 'number' || multiple > 0) return [];
  const message = `"multipleOf" is ${multiple} and has to be above 0`;
  return [{ at: inOpenApi(pointer), message, hint: 'Write the step between values, for example 1' }];
}
