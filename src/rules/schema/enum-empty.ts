import { arrayMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const enumEmpty: Rule = {
  code: 'schema/enum-empty',
  schemaKeys: ['enum'],
  schema: ({ value, pointer }) => {
    if (arrayMember(value, 'enum')?.length !== 0) return undefined;
    const at = inOpenApi(child(pointer, 'enum'));
    return [{ at, message: 'The list of allowed values is empty', hint: 'Add a value, or remove "enum"' }];
  },
};
