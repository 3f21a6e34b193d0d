import { member } from '../../domain/json.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const pathMissingEncoding: Rule = {
  code: 'parameter/path-missing-encoding',
  parameter: ({ value, name, location, pointer }) => {
    if (location !== 'path' || member(value, 'x-ms-url-encoding') !== undefined) return undefined;
    return [
      {
        at: inOpenApi(pointer),
        message: `Path parameter ${quote(name)} does not say how it is encoded: a value with "/" or "?" changes the address`,
        hint: 'Add "x-ms-url-encoding": "single"',
      },
    ];
  },
};
