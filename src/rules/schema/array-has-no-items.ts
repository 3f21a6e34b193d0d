import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const arrayHasNoItems: Rule = {
  code: 'schema/array-has-no-items',
  schemaKeys: ['type'],
  schema: (schema) => {
    if (schema.value['type'] !== 'array' || member(schema.value, 'items') !== undefined) return undefined;
    const { pointer } = schema;
    return [
      {
        at: inOpenApi(pointer),
        message: 'The array does not say what its items are',
        hint: 'Add "items", for example {"type": "string"}',
        replaces: [child(pointer, 'items')],
      },
    ];
  },
};
