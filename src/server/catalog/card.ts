import { PRODUCT_NAMES, type ProductSupport } from '../../domain/products.ts';
import { html, type Html } from './html.ts';
import { renderIcon } from './icon.ts';
import { connectorUrl } from './paths.ts';
import type { ConnectorCard } from './view-model.ts';
import { countText } from './words.ts';

/** One connector of the catalog. */
export function renderCard(card: ConnectorCard): Html {
  const { title = card.name, publisher, description, products, actions, triggers } = card.summary;
  return html`<li class="card">
    <div class="card-head">
      ${renderIcon(card, 48)}
      <div>
        <h3>
          <a href="${connectorUrl(card)}"><bdi>${title}</bdi></a>
        </h3>
        ${publisher !== undefined && html`<p class="by">by <bdi>${publisher}</bdi></p>`}
      </div>
    </div>
    ${description !== undefined && html`<p class="what">${description}</p>`}
    <ul class="tags" aria-label="Works in">
      ${products.map(productTag)}
    </ul>
    <p class="meta"><span>${operationCounts(actions, triggers)}</span><span>${card.scope.region}</span></p>
  </li> `;
}

function productTag({ product, support, reasons }: ProductSupport): Html | undefined {
  const name = PRODUCT_NAMES[product];
  if (support === 'none') return undefined;
  if (support === 'full') return html`<li class="tag">${name}</li>`;
  return html`<li class="tag" title="${reasons.join('. ')}">${name} <span class="part">partly</span></li>`;
}

/** `9 actions · 2 triggers`; what there is none of is left out. */
function operationCounts(actions: number, triggers: number): string {
  const counts = [
    actions > 0 ? countText(actions, 'action') : '',
    triggers > 0 ? countText(triggers, 'trigger') : '',
  ].filter(Boolean);
  return counts.length === 0 ? 'No operations' : counts.join(' · ');
}
