import { html, type Html } from './html.ts';
import { resourceUrl } from './paths.ts';
import { plainText } from './text.ts';
import type { ConnectorCard } from './view-model.ts';

/** A connector's picture. It says nothing that the title beside it does not, so it has no text of its own. */
export function renderIcon(card: ConnectorCard, size: number): Html {
  const { title = card.name, hasIcon } = card.summary;
  if (hasIcon) {
    return html`<img
      class="icon"
      src="${resourceUrl(card, 'icon')}"
      alt=""
      width="${size}"
      height="${size}"
      loading="lazy"
    />`;
  }
  const [initial = '?'] = plainText(title).trim().toUpperCase();
  return html`<span class="icon monogram" aria-hidden="true">${initial}</span>`;
}
