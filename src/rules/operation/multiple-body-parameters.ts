import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const multipleBodyParameters: Rule = {
  code: 'operation/multiple-body-parameters',
  operation: (operation) => {
    const [first, ...others] = operation.parameters.filter(({ location }) => location === 'body');
    if (first === undefined) return undefined;
    return others.map(({ name, pointer }) => ({
      at: inOpenApi(pointer),
      message: `${nameOf(operation)} has a second body, ${quote(name)}`,
      hint: 'Make the bodies properties of one',
      related: [{ at: inOpenApi(first.pointer), message: 'The first body' }],
    }));
  },
};
