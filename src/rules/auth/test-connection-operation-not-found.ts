import { didYouMean } from '../did-you-mean.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';
import { testConnectionOf } from '../facts/test-connection.ts';

export const testConnectionOperationNotFound: Rule = {
  code: 'auth/test-connection-operation-not-found',
  document: (document, { operationsById }) => {
    const test = testConnectionOf(document);
    if (test === undefined || operationsById.has(test.operationId)) return undefined;
    return [
      {
        at: inOpenApi(test.pointer),
        message: `The operation that tests a connection, ${quote(test.operationId)}, does not exist`,
        hint: didYouMean(test.operationId, operationsById.keys(), 'Name an operation of this connector'),
      },
    ];
  },
};
