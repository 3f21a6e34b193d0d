import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const bodySchemaRequired: Rule = {
  code: 'parameter/body-schema-required',
  parameter: ({ value, name, location, pointer }) => {
    if (location !== 'body' || member(value, 'schema') !== undefined) return undefined;
    return [
      {
        at: inOpenApi(pointer),
        message: `Body ${quote(name)} has no schema`,
        hint: 'Add "schema", for example with "type": "object" and its properties',
        replaces: [child(pointer, 'schema')],
      },
    ];
  },
};
