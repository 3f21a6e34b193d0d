import { productNameIn } from '../facts/product-names.ts';
import { quote } from '../quote.ts';
import type { Rule } from '../rule.ts';
import { checkInfoText } from '../shared-checks/info-text.ts';

export const titleRestrictedProduct: Rule = {
  code: 'metadata/title-restricted-product',
  document: (document) =>
    checkInfoText(document, 'title', (title) => {
      const product = productNameIn(title);
      if (product === undefined) return undefined;
      const message = `Title ${quote(title)} holds ${quote(product)}, a product of the platform itself`;
      return { message, hint: 'Name your own service or organization instead' };
    }),
};
