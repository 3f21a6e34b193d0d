import { entriesOf } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const ALLOWED = new Set(['name', 'in', 'description', 'required', 'schema']);

export const bodyPropertyNotValid: Rule = {
  code: 'parameter/body-property-not-valid',
  parameter: ({ value, name, location, pointer }) => {
    if (location !== 'body') return undefined;
    return entriesOf(value).flatMap(([key]) => {
      if (ALLOWED.has(key) || key.startsWith('x-')) return [];
      return [
        {
          at: keyInOpenApi(child(pointer, key)),
          message: `Body ${quote(name)} has ${quote(key)}, which is not read here`,
          hint: 'Move it into "schema", or remove it',
        },
      ];
    });
  },
};
