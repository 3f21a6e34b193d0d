import { arrayMember, member, stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isOfType, isTypeName } from '../facts/json-types.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const invalidEnumValue: Rule = {
  code: 'schema/invalid-enum-value',
  schemaKeys: ['enum'],
  schema: ({ value, pointer }) => {
    const type = stringMember(value, 'type');
    const values = arrayMember(value, 'enum');
    if (values === undefined || type === undefined || !isTypeName(type)) return undefined;
    const isNullable = member(value, 'x-nullable') === true;
    return values.flatMap((entry, index) => {
      if (isOfType(entry, type) || (entry === null && isNullable)) return [];
      const message = `Value ${quote(entry)} is not of type ${quote(type)}`;
      return [
        { at: inOpenApi(child(pointer, 'enum', index)), message, hint: 'Write it in that type, or change the type' },
      ];
    });
  },
};
