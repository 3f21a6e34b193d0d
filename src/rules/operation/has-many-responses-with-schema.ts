import type { Operation } from '../../domain/operation.ts';
import { nameOf } from '../facts/operation-name.ts';
import { differInSuccess, responsesOf, type Response } from '../facts/responses.ts';
import { quoteChoice } from '../quote.ts';
import { keyInOpenApi, type Problem, type Rule } from '../rule.ts';
import { child } from '../../domain/pointer.ts';

export const hasManyResponsesWithSchema: Rule = {
  code: 'operation/has-many-responses-with-schema',
  operation: (operation, { document }) => {
    const responses = responsesOf(operation, document);
    const described = responses.filter(({ schema }) => schema !== undefined);
    // Successful responses that differ are a finding of their own.
    if (described.length < 2 || differInSuccess(responses)) return undefined;
    return [problemOf(operation, described)];
  },
};

function problemOf(operation: Operation, described: readonly Response[]): Problem {
  const keys = quoteChoice(
    described.map(({ key }) => key),
    'and',
  );
  return {
    at: keyInOpenApi(child(operation.pointer, 'responses')),
    message: `${nameOf(operation)} has ${described.length} responses with a schema, ${keys}, and the designer shows the fields of one`,
    hint: 'Keep the schema of the successful response only',
  };
}
