import { nameOf } from '../facts/operation-name.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const bodyAndFormData: Rule = {
  code: 'operation/body-and-form-data',
  operation: (operation) => {
    const body = operation.parameters.find(({ location }) => location === 'body');
    const form = operation.parameters.find(({ location }) => location === 'formData');
    if (body === undefined || form === undefined) return undefined;
    return [
      {
        at: inOpenApi(form.pointer),
        message: `${nameOf(operation)} has a body and form fields, and a request can only carry one of them`,
        hint: 'Make the body a form field, or the form fields properties of the body',
        related: [{ at: inOpenApi(body.pointer), message: 'The body' }],
      },
    ];
  },
};
