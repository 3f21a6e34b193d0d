import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { differInSchema, responsesOf, successesOf } from '../facts/responses.ts';
import { quoteChoice } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const hasManyResponsesWithSchema: Rule = {
  code: 'operation/has-many-responses-with-schema',
  operation: (operation, { document }) => {
    const responses = responsesOf(operation, document);
    if (responses.length < 2) return undefined;
    // Successful responses that differ are a finding of their own.
    if (!differInSchema(responses) || differInSchema(successesOf(operation, document))) return undefined;
    const keys = responses.flatMap(({ key, schema }) => (schema === undefined ? [] : [key]));
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'responses')),
        message: `${nameOf(operation)} has different schemas for ${quoteChoice(keys, 'and')}, and the designer shows the fields of one`,
        hint: 'Keep the schema of the successful response only',
      },
    ];
  },
};
