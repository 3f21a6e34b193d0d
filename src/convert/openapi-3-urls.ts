import { stringMember } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion } from './openapi-3-conversion.ts';
import { misfit, type KeyRule } from './openapi-3-keys.ts';
import { serverPlanOf } from './openapi-3-servers.ts';

/** What RFC 3986 takes; everything else is written as its UTF-8 bytes in percents. */
const NOT_IN_URLS = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![\da-f]{2})/giu;

/** An address that begins with its scheme, as 2.0 wants it: a relative one begins where the first server does. Undefined when there is none. */
export function absoluteUrl(conversion: Conversion, url: string): string | undefined {
  const written = url.replaceAll(NOT_IN_URLS, (letter) => (letter === '%' ? '%25' : percents(letter)));
  if (/^[a-z][a-z\d+.-]*:./i.test(written)) return written;
  const { entries } = serverPlanOf(conversion);
  const [host, path = ''] = ['host', 'basePath'].map((key) => stringMember(Object.fromEntries(entries), key));
  const base = `https://${host}${path}/`;
  return host === undefined || !URL.canParse(written, base) ? undefined : new URL(written, base).href;
}

function percents(letter: string): string {
  return [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** An address; one that cannot be made absolute is left out. */
export const keepUrl: KeyRule = (conversion, context) => {
  const { key, value, place } = context;
  if (typeof value !== 'string') return misfit(conversion, context, 'a text');
  const url = absoluteUrl(conversion, value);
  if (url === undefined) return misfit(conversion, context, 'a whole address, which OpenAPI 2.0 wants here,');
  const at = memberPlace(place, key);
  conversion.trace(at.to, at.from);
  if (url !== value)
    conversion.lose(child(place.from, key), key, 'The address is written as OpenAPI 2.0 wants it, from its scheme on');
  return [[key, url]];
};
