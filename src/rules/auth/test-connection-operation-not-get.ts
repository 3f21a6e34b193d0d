import { quote } from '../quote.ts';
import { inOpenApi, keyInOpenApi, type Rule } from '../rule.ts';
import { testConnectionOf } from '../facts/test-connection.ts';

export const testConnectionOperationNotGet: Rule = {
  code: 'auth/test-connection-operation-not-get',
  document: (document, { operationsById }) => {
    const test = testConnectionOf(document);
    const operation = test === undefined ? undefined : operationsById.get(test.operationId);
    if (test === undefined || operation === undefined || operation.verb === 'get') return undefined;
    return [
      {
        at: inOpenApi(test.pointer),
        message: `The operation that tests a connection, ${quote(test.operationId)}, is a ${operation.verb.toUpperCase()}`,
        hint: 'Name a GET that changes nothing and needs no parameter',
        related: [{ at: keyInOpenApi(operation.pointer), message: 'The operation' }],
      },
    ];
  },
};
