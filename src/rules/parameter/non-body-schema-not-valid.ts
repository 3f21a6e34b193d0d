import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const nonBodySchemaNotValid: Rule = {
  code: 'parameter/non-body-schema-not-valid',
  parameter: ({ value, name, location, pointer }) => {
    if (location === undefined || location === 'body' || member(value, 'schema') === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(child(pointer, 'schema')),
        message: `The ${locationWord(location)} parameter ${quote(name)} has a schema, which only a body may have`,
        hint: 'Move "type" and what belongs to it next to "name"',
        replaces: [child(pointer, 'type')],
      },
    ];
  },
};
