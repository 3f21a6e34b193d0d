import { PRODUCT_NAMES, type ProductSupport } from '../../domain/products.ts';
import { html, type Html } from './html.ts';
import { SUPPORT_WORDS } from './words.ts';

/** In which products the connector works, and what is in the way elsewhere. */
export function renderProducts(products: readonly ProductSupport[]): Html {
  return html`<ul class="support">
    ${products.map(
      ({ product, support, reasons }) =>
        html`<li class="${support}">
          <p class="product">${PRODUCT_NAMES[product]}</p>
          <p class="verdict">${SUPPORT_WORDS[support]}</p>
          ${reasons.map((reason) => html`<p class="reason">${reason}.</p>`)}
        </li>`,
    )}
  </ul>`;
}
