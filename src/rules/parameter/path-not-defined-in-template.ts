import { nearest } from '../did-you-mean.ts';
import { variablesOf } from '../path-template.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const pathNotDefinedInTemplate: Rule = {
  code: 'parameter/path-not-defined-in-template',
  operation: ({ path, parameters }) => {
    const variables = variablesOf(path);
    return parameters.flatMap(({ name, location, pointer }) => {
      if (location !== 'path' || variables.includes(name)) return [];
      const candidate = nearest(name, variables);
      return [
        {
          at: inOpenApi(pointer),
          message: `Path ${quote(path)} has no variable for the path parameter ${quote(name)}`,
          hint:
            candidate === undefined
              ? `Put "{${name}}" into the path, or remove the parameter`
              : `Did you mean ${quote(candidate)}?`,
        },
      ];
    });
  },
};
