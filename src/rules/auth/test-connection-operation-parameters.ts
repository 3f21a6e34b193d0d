import { member } from '../../domain/json.ts';
import { testConnectionOf } from '../facts/test-connection.ts';
import { quote, quoteChoice } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const testConnectionOperationParameters: Rule = {
  code: 'auth/test-connection-operation-parameters',
  document: (document, { operationsById }) => {
    const test = testConnectionOf(document);
    const operation = operationsById.get(test?.operationId ?? '');
    if (test === undefined || operation === undefined) return undefined;
    const open = operation.parameters.filter(
      ({ name, required, value }) =>
        required && member(value, 'default') === undefined && member(test.parameters, name) === undefined,
    );
    const [first] = open;
    if (first === undefined) return undefined;
    return [
      {
        at: inOpenApi(test.pointer),
        message: `The operation that tests a connection, ${quote(test.operationId)}, is called without ${quoteChoice(open.slice(0, 5).map(({ name }) => name))}, which it requires`,
        hint: 'Give a value in "parameters" beside it, or name an operation that needs none',
        related: [{ at: inOpenApi(first.definedAt), message: 'The parameter' }],
      },
    ];
  },
};
