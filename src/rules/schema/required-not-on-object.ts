import { arrayMember, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const requiredNotOnObject: Rule = {
  code: 'schema/required-not-on-object',
  schemaKeys: ['required'],
  schema: ({ kind, value, pointer }) => {
    const type = stringMember(value, 'type') ?? 'object';
    const names = arrayMember(value, 'required') ?? [];
    // On an array it is a common leftover that nothing minds.
    if (kind !== 'schema' || type === 'object' || type === 'array' || names.length === 0) return undefined;
    const message = `A schema of type ${quote(type)} lists required properties, and only an object has properties`;
    const hint = 'Move "required" to the object that holds this property';
    return [{ at: keyInOpenApi(child(pointer, 'required')), message, hint }];
  },
};
