import { shortDigest } from '../../domain/digest.ts';
import { html, type Html } from './html.ts';
import { revisionUrl } from './paths.ts';
import type { ConnectorPage } from './view-model.ts';

/** What was published under this name, newest first. */
export function renderRevisions({ card, revisions: { shown, more } }: ConnectorPage): Html {
  return html`<ol class="revisions">
      ${shown.map(
        ({ digest, sequence, at, current }) =>
          html`<li>
            <a href="${revisionUrl(card, digest)}"><code title="${digest}">${shortDigest(digest)}</code></a>
            <span>since release ${sequence}</span>
            <time datetime="${at}">${at.slice(0, 10)}</time>
            ${current && html`<span class="badge current">current</span>`}
          </li>`,
      )}
    </ol>
    ${more > 0 && html`<p class="more">and ${more} older</p>`}`;
}
