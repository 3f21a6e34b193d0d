import { entriesOf, member } from '../../domain/json.ts';
import { pointerTo } from '../../domain/pointer.ts';
import { isExtensionKey } from '../facts/path-template.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const pathItemRefNotSupported: Rule = {
  code: 'document/path-item-ref-not-supported',
  document: (document) =>
    entriesOf(member(document, 'paths')).flatMap(([path, item]) => {
      const reference = member(item, '$ref');
      if (reference === undefined || isExtensionKey(path)) return [];
      return [
        {
          at: inOpenApi(pointerTo('paths', path, '$ref')),
          message: `Path ${quote(path)} is a reference to ${quote(reference)}, which the products do not follow`,
          hint: 'Write the operations of this path here',
        },
      ];
    }),
};
