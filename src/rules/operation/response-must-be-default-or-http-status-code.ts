import { entriesOf, member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { quote } from '../quote.ts';
import { keyInOpenApi, type Rule } from '../rule.ts';

export const responseMustBeDefaultOrHttpStatusCode: Rule = {
  code: 'operation/response-must-be-default-or-http-status-code',
  operation: ({ value, pointer }) =>
    entriesOf(member(value, 'responses')).flatMap(([key]) => {
      if (key === 'default' || /^[1-5]\d\d$/.test(key) || isExtensionKey(key)) return [];
      return [
        {
          at: keyInOpenApi(child(pointer, 'responses', key)),
          message: `Response ${quote(key)} is neither an HTTP status code nor "default"`,
          hint: 'Use a code from 100 to 599, or "default" for all others',
        },
      ];
    }),
};
