import { createHash } from 'node:crypto';
import { MARK } from './mark.ts';
import { STYLESHEET } from './stylesheet.ts';
import { pathUrl, type Url } from './url.ts';

/** A file that every page uses. Its path holds its hash: it may be kept for ever. */
export interface Asset {
  readonly path: string;
  readonly url: Url;
  readonly contentType: string;
  readonly body: string;
}

export const STYLE_ASSET = assetOf('catalog', 'css', 'text/css; charset=utf-8', STYLESHEET);
export const MARK_ASSET = assetOf('mark', 'svg', 'image/svg+xml', MARK);

/** All of them, for the server to mount. */
export const ASSETS: readonly Asset[] = [STYLE_ASSET, MARK_ASSET];

/** Sent with each asset. */
export const ASSET_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
};

function assetOf(name: string, extension: string, contentType: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const url = pathUrl(['assets', `${name}-${hash}.${extension}`]);
  return { path: url.toString(), url, contentType, body };
}
