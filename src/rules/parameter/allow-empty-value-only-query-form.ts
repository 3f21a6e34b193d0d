import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const allowEmptyValueOnlyQueryForm: Rule = {
  code: 'parameter/allow-empty-value-only-query-form',
  parameter: ({ value, name, location, pointer }) => {
    const isAllowed = location === undefined || location === 'query' || location === 'formData' || location === 'body';
    if (isAllowed || member(value, 'allowEmptyValue') === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(child(pointer, 'allowEmptyValue')),
        message: `The ${locationWord(location)} parameter ${quote(name)} has "allowEmptyValue", which only a query or form parameter may have`,
        hint: 'Remove it',
      },
    ];
  },
};
