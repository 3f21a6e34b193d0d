import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { differInSuccess, responsesOf } from '../facts/responses.ts';
import { quoteChoice } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const hasManySuccessResponsesWithSchema: Rule = {
  code: 'operation/has-many-success-responses-with-schema',
  operation: (operation, { document }) => {
    const responses = responsesOf(operation, document);
    if (!differInSuccess(responses)) return undefined;
    const keys = responses.flatMap(({ key, isSuccess, schema }) => (isSuccess && schema !== undefined ? [key] : []));
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'responses')),
        message: `${nameOf(operation)} answers ${quoteChoice(keys)} with different schemas, and the designer shows the fields of one`,
        hint: 'Describe one, or make one schema that has the fields of all',
      },
    ];
  },
};
