import { stringMember } from '../../domain/json.ts';
import { child } from '../../domain/pointer.ts';
import { nameInside } from '../facts/operation-name.ts';
import { productNameIn } from '../facts/product-names.ts';
import { quote } from '../quote.ts';
import { inOpenApi, type Rule } from '../rule.ts';

export const restrictedProduct: Rule = {
  code: 'operation/restricted-product',
  operation: (operation) =>
    ['summary', 'description'].flatMap((key) => {
      const product = productNameIn(stringMember(operation.value, key) ?? '');
      if (product === undefined) return [];
      return [
        {
          at: inOpenApi(child(operation.pointer, key)),
          message: `The ${key} of ${nameInside(operation)} names the product ${quote(product)}`,
          hint: 'Say what the service does: makers of other products read it too',
        },
      ];
    }),
};
