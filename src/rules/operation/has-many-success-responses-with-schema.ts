import { child } from '../../domain/pointer.ts';
import { nameOf } from '../facts/operation-name.ts';
import { differInSchema, successesOf } from '../facts/responses.ts';
import { quoteChoice } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const hasManySuccessResponsesWithSchema: Rule = {
  code: 'operation/has-many-success-responses-with-schema',
  operation: (operation, { document }) => {
    const successes = successesOf(operation, document);
    if (!differInSchema(successes)) return undefined;
    const keys = successes.flatMap(({ key, schema }) => (schema === undefined ? [] : [key]));
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'responses')),
        message: `${nameOf(operation)} answers ${quoteChoice(keys)} with different schemas, and the designer shows the fields of one`,
        hint: 'Describe one, or make one schema that has the fields of all',
      },
    ];
  },
};
