import { nameOf } from '../facts/operation-name.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const bodyOrFormDataInGet: Rule = {
  code: 'operation/body-or-form-data-in-get',
  operation: (operation) => {
    if (operation.verb !== 'get') return undefined;
    return operation.parameters.flatMap(({ name, location, pointer }) => {
      if (location !== 'body' && location !== 'formData') return [];
      const what = location === 'body' ? 'a body' : 'a form';
      return [
        {
          at: inOpenApi(pointer),
          message: `${nameOf(operation)} is a GET and sends ${what}, the parameter ${quote(name)}`,
          hint: 'Make it a query parameter, or make the operation a POST if the service takes one',
        },
      ];
    });
  },
};
