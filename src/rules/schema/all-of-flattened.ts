import { arrayMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const allOfFlattened: Rule = {
  code: 'schema/all-of-flattened',
  schemaKeys: ['allOf'],
  schema: ({ value, pointer }) => {
    if ((arrayMember(value, 'allOf')?.length ?? 0) === 0) return undefined;
    const message = 'Designers merge the parts of "allOf" into one object, and may lose some of them';
    const hint = 'Write the properties of all parts into one object';
    return [{ at: keyInOpenApi(child(pointer, 'allOf')), message, hint }];
  },
};
