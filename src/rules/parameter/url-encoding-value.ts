import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const urlEncodingValue: Rule = {
  code: 'parameter/url-encoding-value',
  parameter: ({ value, pointer }) => {
    const encoding = member(value, 'x-ms-url-encoding');
    if (encoding === undefined || encoding === 'single' || encoding === 'double') return undefined;
    const message = `URL encoding ${quote(encoding)} is neither "single" nor "double"`;
    return [
      {
        at: inOpenApi(child(pointer, 'x-ms-url-encoding')),
        message,
        hint: 'Use "single" unless the service decodes twice',
      },
    ];
  },
};
