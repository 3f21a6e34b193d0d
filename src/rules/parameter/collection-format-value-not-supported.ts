import { member } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const collectionFormatValueNotSupported: Rule = {
  code: 'parameter/collection-format-value-not-supported',
  schemaKeys: ['collectionFormat'],
  // Items and headers have it too.
  schema: ({ value, kind, pointer }) => {
    if (kind === 'schema') return undefined;
    const format = member(value, 'collectionFormat');
    if (typeof format !== 'string' || format === 'csv') return undefined;
    return [
      {
        at: inOpenApi(child(pointer, 'collectionFormat')),
        message: `Collection format ${quote(format)} is not supported`,
        hint: 'Use "csv", or a string that the maker fills in the way the service wants it',
      },
    ];
  },
};
