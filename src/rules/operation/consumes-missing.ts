import { consumesOf } from '../facts/media-types.ts';
import { nameOf } from '../facts/operation-name.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const consumesMissing: Rule = {
  code: 'operation/consumes-missing',
  operation: (operation, { document }) => {
    const sent = operation.parameters.find(({ location }) => location === 'body' || location === 'formData');
    // A GET that sends something is a finding of its own.
    if (sent === undefined || operation.verb === 'get' || consumesOf(operation, document).length > 0) return undefined;
    const what = sent.location === 'body' ? 'a body' : 'a form';
    const type = sent.location === 'body' ? 'application/json' : 'multipart/form-data';
    return [
      {
        at: keyInOpenApi(operation.pointer),
        message: `${nameOf(operation)} sends ${what} and does not say of what media type`,
        hint: `Add "consumes": ["${type}"], here or for the whole document`,
      },
    ];
  },
};
