import type { Operation } from '../../domain/operation.ts';
import { isExtensionKey, shapeOf } from '../facts/path-template.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';

export const duplicatePath: Rule = {
  code: 'operation/duplicate-path',
  document: (_, { operations }) => {
    const first = new Map<string, Operation>();
    const problems: Problem[] = [];
    for (const operation of operations) {
      const shape = requestOf(operation);
      const earlier = first.get(shape);
      if (earlier === undefined) first.set(shape, operation);
      // Paths that differ only in case are a finding of their own.
      else if (earlier.path.toLowerCase() !== operation.path.toLowerCase() && !isExtensionKey(operation.path)) {
        problems.push(problemOf(operation, earlier));
      }
    }
    return problems;
  },
};

function requestOf({ verb, path }: Operation): string {
  return `${verb} ${shapeOf(path)}`;
}

function problemOf(operation: Operation, earlier: Operation): Problem {
  const verb = operation.verb.toUpperCase();
  return {
    at: keyInOpenApi(operation.pointer),
    message: `${verb} ${quote(operation.path)} matches the same requests as ${verb} ${quote(earlier.path)}`,
    hint: 'Keep one of the two, or give them paths that differ in more than the names of variables',
    related: [{ at: keyInOpenApi(earlier.pointer), message: 'The other operation' }],
    identity: requestOf(operation),
  };
}
