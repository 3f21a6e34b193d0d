import { html, type Html } from './html.ts';
import { pathUrl } from './url.ts';
import type { CatalogPage } from './view-model.ts';

/** Says why no connector is shown, and what to do. */
export function renderEmptyCatalog({ viewer, total, releases }: CatalogPage): Html {
  if (total > 0) {
    return empty('No connector matches', html`Try fewer words, or <a href="${pathUrl([''])}">show all connectors</a>.`);
  }
  if (viewer.kind === 'anonymous') {
    return empty(
      'Sign in to see connectors',
      html`Without signing in only certified connectors are shown, and there is none yet. Open the one-time link that
        <code>npm start</code> prints, or ask the operator of this registry for one.`,
    );
  }
  const mayPublish = viewer.role === 'operator' || viewer.role === 'publisher';
  if (mayPublish && releases.every((release) => release.digest === undefined)) {
    return empty(
      'Nothing has been published yet',
      html`Add a folder below <code>connectors/</code>, check it with <code>npx connectors validate</code>, and publish
        it with <code>npx connectors sync</code>.`,
    );
  }
  return empty(
    'No connector here is yours to see',
    html`You see the connectors that you own, and those of subscriptions that were granted to you. Ask the operator of
    this registry for a grant.`,
  );
}

function empty(title: string, advice: Html): Html {
  return html`<section class="empty">
    <h2>${title}</h2>
    <p>${advice}</p>
  </section>`;
}
