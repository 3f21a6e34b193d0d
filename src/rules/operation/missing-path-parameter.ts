import type { Operation } from '../../domain/operation.ts';
import { nearest } from '../did-you-mean.ts';
import { variablesOf } from '../path-template.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const missingPathParameter: Rule = {
  code: 'operation/missing-path-parameter',
  operation: (operation) => {
    const declared = pathParametersOf(operation);
    const missing = new Set(variablesOf(operation.path).filter((name) => !declared.has(name)));
    return [...missing].map((name) => ({
      at: keyInOpenApi(operation.pointer),
      message: `Path ${quote(operation.path)} has the variable ${quote(name)}, and no path parameter declares it`,
      hint: hintFor(name, declared),
    }));
  },
};

function pathParametersOf(operation: Operation): Set<string> {
  return new Set(operation.parameters.filter(({ location }) => location === 'path').map(({ name }) => name));
}

function hintFor(name: string, declared: ReadonlySet<string>): string {
  const candidate = nearest(name, declared);
  if (candidate !== undefined) return `Parameter ${quote(candidate)} may be meant: spell both the same way`;
  return `Add a parameter with "name": ${quote(name)}, "in": "path" and "required": true`;
}
