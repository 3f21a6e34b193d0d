import { keyInOpenApi, type Rule } from '../rule.ts';

const MOST = 256;

export const totalOperationsCount: Rule = {
  code: 'document/total-operations-count',
  document: (_, { operationCount }) => {
    if (operationCount <= MOST) return undefined;
    const message = `The connector has ${operationCount} operations, and ${MOST} is the most that is accepted`;
    return [{ at: keyInOpenApi('/paths'), message, hint: 'Split it into several connectors by subject' }];
  },
};
