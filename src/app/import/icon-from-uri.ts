import { iconTypeOf } from '../../domain/icon-type.ts';

/** An icon that stands in a document itself, or why there is none. */
export type IconFromUri =
  | { readonly kind: 'icon'; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: 'none'; readonly why: string };

const FILES: ReadonlyMap<string, string> = new Map([
  ['image/png', 'icon.png'],
  ['image/jpeg', 'icon.jpg'],
]);

/** The picture of a `data:` URI, or of bare base64 as it stands in some resources. Nothing is fetched. */
export function iconFromUri(uri: string): IconFromUri {
  const data = /^data:[^,]{0,200},/i.exec(uri)?.[0];
  if (data === undefined && !/^[A-Za-z0-9+/=\s]+$/.test(uri)) {
    return { kind: 'none', why: `it is at "${uri.slice(0, 200)}", and nothing is fetched` };
  }
  const isBase64 = data === undefined || /;\s*base64\s*,$/i.test(data);
  const body = uri.slice(data?.length ?? 0);
  const bytes = isBase64 ? Buffer.from(body, 'base64') : Buffer.from(decoded(body), 'latin1');
  const file = FILES.get(iconTypeOf(bytes));
  return file === undefined ? { kind: 'none', why: 'it is neither PNG nor JPEG' } : { kind: 'icon', file, bytes };
}

function decoded(body: string): string {
  return body.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
