import type { Operation } from '../../domain/operation.ts';
import { pathMismatchOf, type Undeclared } from '../facts/path-parameters.ts';
import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const missingPathParameter: Rule = {
  code: 'operation/missing-path-parameter',
  operation: (operation) => pathMismatchOf(operation).undeclared.map((undeclared) => problemOf(operation, undeclared)),
};

function problemOf({ path, pointer }: Operation, { name, meant }: Undeclared): Problem {
  const at = keyInOpenApi(pointer);
  const message = `Path ${quote(path)} has the variable ${quote(name)}, and no path parameter declares it`;
  if (meant === undefined) {
    return { at, message, hint: `Add a parameter with "name": ${quote(name)}, "in": "path" and "required": true` };
  }
  const hint = `Parameter ${quote(meant.name)} may be meant: spell both the same way`;
  return { at, message, hint, related: [{ at: inOpenApi(meant.pointer), message: 'This parameter' }] };
}
