import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const typeMissing: Rule = {
  code: 'parameter/type-missing',
  parameter: ({ value, name, location, pointer }) => {
    if (location === undefined || location === 'body' || member(value, 'type') !== undefined) return undefined;
    // With a schema the type is there, in the wrong place: that is a finding of its own.
    if (member(value, 'schema') !== undefined) return undefined;
    return [
      {
        at: inOpenApi(pointer),
        message: `The ${locationWord(location)} parameter ${quote(name)} has no type`,
        hint: 'Add "type", for example "string"',
        replaces: [child(pointer, 'type')],
      },
    ];
  },
};
