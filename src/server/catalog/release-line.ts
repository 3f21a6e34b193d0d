import { shortDigest } from '../../domain/digest.ts';
import { html, type Html } from './html.ts';
import type { ReleaseView } from './view-model.ts';

/** Which release of which scope a page shows, in one line. */
export function renderRelease({ scope, digest, sequence }: ReleaseView): Html {
  const place = html`<strong>${scope.region}</strong>`;
  if (digest === undefined) return html`<span class="dot off"></span>${place} <span>nothing published yet</span>`;
  return html`<span class="dot"></span>${place} <span>release ${sequence}</span>
    <code title="${digest}">${shortDigest(digest)}</code>`;
}
