import { quote } from '../quote.ts';
import { keyInProperties, type Rule } from '../rule.ts';

// A name, or the name of an OAuth parameter and what it feeds: `token:TenantId`.
const NAME = /^[0-9a-zA-Z_]+(:[0-9a-zA-Z_]+)?$/;

export const connectionParameterNamePattern: Rule = {
  code: 'auth/connection-parameter-name-pattern',
  connectionParameter: ({ name, pointer }) => {
    if (NAME.test(name)) return undefined;
    return [
      {
        at: keyInProperties(pointer),
        message: `Connection parameter ${quote(name)} has a name with other characters than letters, digits and "_"`,
        hint: `Call it ${quote(name.trim().replace(/[^0-9a-zA-Z_]+/g, '_'))}, and put what people read into its display name`,
      },
    ];
  },
};
