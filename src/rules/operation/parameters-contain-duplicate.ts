import type { Parameter } from '../../domain/operation.ts';
import { nameOf } from '../facts/operation-name.ts';
import { locationWord } from '../facts/location-word.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const parametersContainDuplicate: Rule = {
  code: 'operation/parameters-contain-duplicate',
  operation: (operation) => {
    const first = new Map<string, Parameter>();
    const problems: Problem[] = [];
    for (const parameter of operation.parameters) {
      const identity = JSON.stringify([parameter.location, parameter.name]);
      const earlier = first.get(identity);
      // Several bodies are a finding of their own.
      if (earlier === undefined || parameter.location === 'body') first.set(identity, parameter);
      else problems.push(problemOf(parameter, earlier, nameOf(operation)));
    }
    return problems;
  },
};

function problemOf(parameter: Parameter, earlier: Parameter, operation: string): Problem {
  return {
    at: inOpenApi(parameter.pointer),
    message: `${operation} has the ${locationWord(parameter.location)} parameter ${quote(parameter.name)} twice`,
    hint: 'Remove one of the two',
    related: [{ at: inOpenApi(earlier.pointer), message: 'The first of the two' }],
  };
}
