import { arrayMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { isOpenApi3 } from './published-view.ts';
import { serviceUrlFault } from './service-url.ts';

/** Why the address that a document, 2.0 or 3.x, names cannot be that of a service, in words without password; undefined when it names none. */
export function serviceRefusal(document: JsonObject): string | undefined {
  const [refused] = namedAddresses(document).flatMap((url) => {
    const fault = serviceUrlFault(url);
    return fault === undefined ? [] : [{ url, fault }];
  });
  if (refused === undefined) return undefined;
  return `"${shown(refused.url)}" is no address of a service: ${refused.fault}`;
}

/** A path alone is one below the address from which its document was taken: it names none. */
function namedAddresses(document: JsonObject): string[] {
  const host = stringMember(document, 'host') ?? '';
  if (!isOpenApi3(document)) return host === '' ? [] : [`https://${host}`];
  const urls = (arrayMember(document, 'servers') ?? []).map((server) => stringMember(server, 'url') ?? '');
  return urls.filter((url) => url !== '' && !/^\/(?!\/)/.test(url));
}

function shown(url: string): string {
  const masked = url.replace(/^([^/]*\/\/)?.*@/s, '$1***@').replace(/[?#].*$/s, '');
  return masked.length > 200 ? `${masked.slice(0, 200)}…` : masked;
}
