import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isShown } from '../facts/shown-parameters.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const namePattern: Rule = {
  code: 'parameter/name-pattern',
  parameter: (parameter, subject) => {
    const { value, name, location, pointer } = parameter;
    if (name === undefined || name === '' || /^[A-Za-z_]\w*$/.test(name)) return undefined;
    // What is required is passed by its position, without a name. Headers have hyphens, and nobody can change that.
    if (member(value, 'required') === true || location === 'header' || !isShown(parameter, subject)) return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'name')),
        message: `In Power Apps parameter ${quote(name)} has to be written in quotes`,
        hint: 'Use letters, digits and "_" where the service leaves you the choice',
      },
    ];
  },
};
