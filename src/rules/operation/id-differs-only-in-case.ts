import type { Operation } from '../../domain/operation.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Problem, type Rule } from '../rule.ts';

export const idDiffersOnlyInCase: Rule = {
  code: 'operation/id-differs-only-in-case',
  document: (_, { operationsById }) => {
    const first = new Map<string, Operation>();
    const problems: Problem[] = [];
    for (const [id, operation] of operationsById) {
      const folded = id.toLowerCase();
      const earlier = first.get(folded);
      if (earlier === undefined) first.set(folded, operation);
      else problems.push({ ...problemOf(id, operation, earlier), identity: folded });
    }
    return problems;
  },
};

function problemOf(id: string, operation: Operation, earlier: Operation): Problem {
  return {
    at: inOpenApi(child(operation.pointer, 'operationId')),
    message: `Operation ids ${quote(id)} and ${quote(earlier.id)} differ only in upper and lower case`,
    hint: 'Choose names that differ in more, before flows are made with them',
    related: [{ at: inOpenApi(child(earlier.pointer, 'operationId')), message: 'The other id' }],
  };
}
