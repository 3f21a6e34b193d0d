import { PRODUCT_NAMES } from '../../domain/products.ts';
import { html, type Html } from './html.ts';
import { renderCard } from './card.ts';
import { renderEmptyCatalog } from './empty-catalog.ts';
import { renderFilters } from './filters.ts';
import { renderLayout } from './layout.ts';
import { catalogUrl } from './paths.ts';
import { renderRelease } from './release-line.ts';
import { pathUrl } from './url.ts';
import type { CatalogPage, CatalogQuery } from './view-model.ts';
import { countText } from './words.ts';

/** The page at `/`: the connectors that its viewer may see, searched and filtered without any script. */
export function renderCatalogPage(page: CatalogPage): string {
  const content = html`<section class="intro" aria-labelledby="top">
      <h1 id="top">Connectors</h1>
      <p class="lead">
        Ready for Logic Apps, Power Automate and Power Apps: every definition reviewed, versioned and published as one
        release.
      </p>
      ${
        page.releases.length > 0 &&
        html`<ul class="releases">
          ${page.releases.map((release) => html`<li>${renderRelease(release)}</li>`)}
        </ul>`
      }
    </section>
    ${page.total === 0 ? renderEmptyCatalog(page) : results(page)}`;
  return renderLayout({ title: 'Connectors', viewer: page.viewer, content });
}

function results(page: CatalogPage): Html {
  return html`${searchForm(page.query)}
    <div class="columns">
      ${renderFilters(page)}
      <section class="results" aria-labelledby="results">
        <h2 id="results">${heading(page)}</h2>
        ${
          page.matching === 0
            ? renderEmptyCatalog(page)
            : html`<ul class="cards">
                ${page.cards.map(renderCard)}
              </ul>`
        }
        ${pager(page)}
      </section>
    </div>`;
}

function searchForm({ text, product, category }: CatalogQuery): Html {
  return html`<form class="search" role="search" method="get" action="${pathUrl([''])}">
    <label class="unseen" for="q">Search connectors</label>
    <input
      id="q"
      name="q"
      type="search"
      value="${text}"
      placeholder="Search by name, publisher or purpose"
      maxlength="200"
      autocomplete="off"
    />
    ${product !== undefined && html`<input type="hidden" name="product" value="${product}" />`}
    ${category !== undefined && html`<input type="hidden" name="category" value="${category}" />`}
    <button type="submit">Search</button>
  </form>`;
}

function heading({ matching, query: { text, product, category } }: CatalogPage): Html {
  const filters = [
    text !== '' && html`for “<bdi>${text}</bdi>”`,
    product !== undefined && html`in ${PRODUCT_NAMES[product]}`,
    category !== undefined && html`about <bdi>${category}</bdi>`,
  ];
  return html`${countText(matching, 'connector')} ${filters.filter(Boolean).map((part) => html`${part} `)}`;
}

function pager({ pages, query }: CatalogPage): Html | undefined {
  if (pages === 1) return undefined;
  const { page } = query;
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 ? html`<a rel="prev" href="${catalogUrl({ ...query, page: page - 1 })}">← Previous</a>` : html`<span></span>`}
    <span>Page ${page} of ${pages}</span>
    ${page < pages ? html`<a rel="next" href="${catalogUrl({ ...query, page: page + 1 })}">Next →</a>` : html`<span></span>`}
  </nav>`;
}
