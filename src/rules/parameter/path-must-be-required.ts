import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const pathMustBeRequired: Rule = {
  code: 'parameter/path-must-be-required',
  parameter: ({ value, name, location, pointer }) => {
    const required = member(value, 'required');
    if (location !== 'path' || required === true) return undefined;
    const place = child(pointer, 'required');
    return [
      {
        at: inOpenApi(required === undefined ? pointer : place),
        message: `Path parameter ${quote(name)} is not required, and a path cannot do without it`,
        hint: 'Add "required": true',
        replaces: [place],
      },
    ];
  },
};
