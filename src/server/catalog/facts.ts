import { shortDigest } from '../../domain/digest.ts';
import { renderBreakable } from './breakable.ts';
import { html, type Html } from './html.ts';
import { resourceUrl } from './paths.ts';
import { renderRelease } from './release-line.ts';
import { exactText } from './text.ts';
import { externalUrl } from './url.ts';
import type { ConnectorPage, NamedLink } from './view-model.ts';

/** The connector in short, beside the page: which version this is, where it is published, where to read more. */
export function renderFacts({ card, release, version, backend, links }: ConnectorPage): Html {
  const { categories } = card.summary;
  return html`<aside class="facts" aria-label="About this connector">
    <dl>
      ${
        version !== undefined &&
        html`<dt>Version</dt>
          <dd>${exactText(version)}</dd>`
      }
      <dt>Revision</dt>
      <dd><code title="${card.digest}">${shortDigest(card.digest)}</code></dd>
      <dt>Published in</dt>
      <dd>${renderRelease(release)}</dd>
      <dt>Subscription</dt>
      <dd><code>${card.scope.subscription}</code></dd>
      ${
        backend !== undefined &&
        html`<dt>Calls</dt>
          <dd><code>${renderBreakable(backend)}</code></dd>`
      }
      ${
        categories.length > 0 &&
        html`<dt>Categories</dt>
          <dd><bdi>${categories.join(', ')}</bdi></dd>`
      }
      <dt>Definition</dt>
      <dd class="stack">
        <a href="${resourceUrl(card, 'openapi.json')}">OpenAPI, JSON</a>
        <a href="${resourceUrl(card, 'openapi.yaml')}">OpenAPI, YAML</a>
        <a href="${resourceUrl(card, 'revisions')}">All revisions</a>
      </dd>
      ${
        links.length > 0 &&
        html`<dt>Elsewhere</dt>
          <dd class="stack">${links.map(renderLink)}</dd>`
      }
    </dl>
  </aside>`;
}

/** What is not a web address is shown as text: it never becomes a link. */
function renderLink({ name, url }: NamedLink): Html {
  const safe = externalUrl(url);
  if (safe === undefined) return html`<span>${name}: <code>${exactText(url)}</code></span>`;
  return html`<a href="${safe}" rel="noopener noreferrer nofollow"
    >${name} <span class="host">${new URL(safe.toString()).hostname}</span></a
  >`;
}
