import { child } from '../../domain/pointer.ts';
import { nameInside } from '../facts/operation-name.ts';
import { responsesOf } from '../facts/responses.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const defaultResponseHasSchema: Rule = {
  code: 'operation/default-response-has-schema',
  operation: (operation, { document }) => {
    const responses = responsesOf(operation, document);
    const fallback = responses.find(({ key }) => key === 'default');
    if (fallback?.schema === undefined) return undefined;
    const hasSchema = responses.some(({ isSuccess, schema }) => isSuccess && schema !== undefined);
    return [
      {
        at: keyInOpenApi(child(operation.pointer, 'responses', 'default')),
        message: `The "default" response of ${nameInside(operation)} has a schema`,
        hint: hasSchema
          ? 'Remove it: a flow can rely on none of its fields'
          : 'Move it to the successful response, such as "200"',
      },
    ];
  },
};
