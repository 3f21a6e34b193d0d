import { PRODUCT_NAMES } from '../../domain/products.ts';
import { html, type Html } from './html.ts';
import { catalogUrl } from './paths.ts';
import type { CatalogPage, CatalogQuery } from './view-model.ts';
import { countText } from './words.ts';

/** Links that narrow the catalog by product and by category, each with what it would leave. */
export function renderFilters({ query, products, categories }: CatalogPage): Html {
  const first = { ...query, page: 1 };
  const productLinks = products.map(({ value, count }) =>
    filterLink({ ...first, product: value }, PRODUCT_NAMES[value], count, query.product === value),
  );
  const categoryLinks = categories.shown.map(({ value, count }) =>
    filterLink({ ...first, category: value }, value, count, query.category === value),
  );
  return html`<nav class="filters" aria-label="Filters">
    <h2 id="by-product">Works in</h2>
    <ul aria-labelledby="by-product">
      ${filterLink({ ...first, product: undefined }, 'Any product', undefined, query.product === undefined)}
      ${productLinks}
    </ul>
    ${
      categoryLinks.length > 0 &&
      html`<h2 id="by-category">Category</h2>
        <ul aria-labelledby="by-category">
          ${filterLink({ ...first, category: undefined }, 'Any category', undefined, query.category === undefined)}
          ${categoryLinks}
        </ul>
        ${categories.more > 0 && html`<p class="more">and ${countText(categories.more, 'rarer category', 'rarer categories')}</p>`}`
    }
  </nav>`;
}

function filterLink(query: CatalogQuery, name: string, count: number | undefined, isCurrent: boolean): Html {
  const current = isCurrent && html` aria-current="true"`;
  return html`<li>
    <a href="${catalogUrl(query)}" ${current}
      ><bdi>${name}</bdi>${count !== undefined && html` <span class="count">${count}</span>`}</a
    >
  </li> `;
}
