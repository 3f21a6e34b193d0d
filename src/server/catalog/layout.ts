import { MARK_ASSET, STYLE_ASSET } from './assets.ts';
import { html, type Html } from './html.ts';
import { pathUrl } from './url.ts';
import type { Viewer } from './view-model.ts';

export interface LayoutInput {
  /** Of the browser's tab. */
  readonly title: string;
  readonly viewer: Viewer;
  readonly content: Html;
}

/** The whole page around its content: head, the bar with who is signed in, the main landmark. */
export function renderLayout({ title, viewer, content }: LayoutInput): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title.replaceAll('\n', ' ')}</title>
        <link rel="stylesheet" href="${STYLE_ASSET.url}" />
        <link rel="icon" href="${MARK_ASSET.url}" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="bar">
          <div class="wrap">
            <a class="brand" href="${pathUrl([''])}"
              ><img src="${MARK_ASSET.url}" alt="" width="28" height="28" />Connector registry</a
            >
            ${viewerLine(viewer)}
          </div>
        </header>
        <main id="main" class="wrap" tabindex="-1">${content}</main>
        <footer class="foot">
          <div class="wrap"><a href="${pathUrl(['openapi.json'])}">The registry’s own API</a></div>
        </footer>
      </body>
    </html> `.toString();
}

function viewerLine(viewer: Viewer): Html {
  if (viewer.kind === 'anonymous') return html`<p class="viewer"><span class="dot off"></span>Not signed in</p>`;
  const { name, role, tenant } = viewer;
  return html`<p class="viewer" title="Tenant ${tenant}">
    <span class="dot"></span><span class="unseen">Signed in as </span><bdi class="viewer-name">${name}</bdi
    ><span class="role">${role}</span>
  </p>`;
}
