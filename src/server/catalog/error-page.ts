import { html } from './html.ts';
import { renderLayout } from './layout.ts';
import { pathUrl } from './url.ts';
import type { ErrorPage, Viewer } from './view-model.ts';

/** The page of a status that is not 200. It repeats nothing of the request, so an invisible connector and a missing one give the same bytes. */
export function renderErrorPage({ viewer, status, title, detail }: ErrorPage): string {
  const content = html`<section class="empty error">
    <p class="status">${status}</p>
    <h1>${title}</h1>
    <p>${detail}</p>
    <p><a class="button" href="${pathUrl([''])}">Go to the catalog</a></p>
  </section>`;
  return renderLayout({ title, viewer, content });
}

/** For whatever this viewer may not see, and for what does not exist. */
export function notFoundPage(viewer: Viewer): ErrorPage {
  const detail = 'There is nothing at this address, or nothing that you may see. Sign in, or ask the owner for access.';
  return { viewer, status: 404, title: 'Page not found', detail };
}
