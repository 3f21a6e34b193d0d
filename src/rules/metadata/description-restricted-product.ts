import { productNameIn } from '../facts/product-names.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const descriptionRestrictedProduct: Rule = {
  code: 'metadata/description-restricted-product',
  document: (document) =>
    checkInfoText(document, 'description', (description) => {
      const product = productNameIn(description);
      if (product === undefined) return undefined;
      const message = `The description names ${quote(product)}, a product of the platform itself`;
      return { message, hint: 'Say what the service does: the same connector is offered in several products' };
    }),
};
