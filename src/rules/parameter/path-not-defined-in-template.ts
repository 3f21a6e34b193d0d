import { pathMismatchOf } from '../facts/path-parameters.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const pathNotDefinedInTemplate: Rule = {
  code: 'parameter/path-not-defined-in-template',
  operation: (operation) =>
    pathMismatchOf(operation).unused.map(({ name, pointer }) => ({
      at: inOpenApi(pointer),
      message: `Path ${quote(operation.path)} has no variable for the path parameter ${quote(name)}`,
      hint: `Put "{${name}}" into the path, or remove the parameter`,
    })),
};
