import { keepText, nested, type KeyContext, type KeyRule } from './openapi-3-keys.ts';
import { absoluteUrl, keepUrl } from './openapi-3-urls.ts';
import { stringMember } from '../domain/json.ts';
import type { Conversion, Entry } from './openapi-3-conversion.ts';
import { child } from '../domain/pointer.ts';

const convert = nested(
  new Map<string, KeyRule>([
    ['description', keepText],
    ['url', keepUrl],
  ]),
);

/** Further documentation; without an address, which 2.0 wants, there is none. */
export function externalDocs(conversion: Conversion, context: KeyContext): readonly Entry[] {
  const url = stringMember(context.value, 'url');
  if (url !== undefined && absoluteUrl(conversion, url) !== undefined) return convert(conversion, context);
  const from = child(context.place.from, context.key);
  conversion.lose(from, context.key, 'Documentation without a whole address has no place in OpenAPI 2.0');
  return [];
}
