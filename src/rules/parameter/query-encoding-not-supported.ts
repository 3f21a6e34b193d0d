import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

const KEY = 'x-ms-url-encoding';

export const queryEncodingNotSupported: Rule = {
  code: 'parameter/query-encoding-not-supported',
  parameter: ({ value, name, location, pointer }) => {
    if (location === undefined || location === 'path' || member(value, KEY) === undefined) return undefined;
    return [
      {
        at: keyInOpenApi(child(pointer, KEY)),
        message: `The ${locationWord(location)} parameter ${quote(name)} has "${KEY}", which is only read of path parameters`,
        hint: 'Remove it',
      },
    ];
  },
};
