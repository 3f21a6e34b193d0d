import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const arrayHasNoItems: Rule = {
  code: 'schema/array-has-no-items',
  schema: ({ value, pointer }) => {
    if (member(value, 'type') !== 'array' || member(value, 'items') !== undefined) return undefined;
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
