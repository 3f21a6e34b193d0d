import { isArray, member, type Json } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';

export const nullable: Rule = {
  code: 'schema/nullable',
  schemaKeys: ['type', 'nullable'],
  schema: (schema) => {
    const { value } = schema;
    const type = member(value, 'type');
    if (!isArray(type) && member(value, 'nullable') === undefined) return undefined;
    const { pointer } = schema;
    if (isArray(type)) {
      const message = 'The type is a list, and OpenAPI 2.0 knows a single one';
      return [{ at: inOpenApi(child(pointer, 'type')), message, hint: hintFor(type) }];
    }
    const message = 'Keyword "nullable" is not part of OpenAPI 2.0';
    return [{ at: keyInOpenApi(child(pointer, 'nullable')), message, hint: 'Write "x-nullable"' }];
  },
};

function hintFor(types: readonly Json[]): string {
  const rest = types.filter((type) => type !== 'null');
  return rest.length === 1 && rest.length < types.length
    ? `Write ${quote(rest[0])}, and "x-nullable": true next to it`
    : 'Keep the type that is used most';
}
