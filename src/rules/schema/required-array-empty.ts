import { arrayMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const requiredArrayEmpty: Rule = {
  code: 'schema/required-array-empty',
  schemaKeys: ['required'],
  schema: ({ kind, value, pointer }) => {
    if (kind !== 'schema' || arrayMember(value, 'required')?.length !== 0) return undefined;
    const at = inOpenApi(child(pointer, 'required'));
    return [{ at, message: 'The list of required properties is empty', hint: 'Name one, or remove "required"' }];
  },
};
