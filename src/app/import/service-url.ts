import { arrayMember, entriesOf, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { isOpenApi3 } from './published-view.ts';

/** Where the service of an OpenAPI 2.0 document is; undefined when it names no host, or a user on it. */
export function serviceUrlOf(document: JsonObject): string | undefined {
  const host = stringMember(document, 'host');
  if (host === undefined || host === '' || host.includes('@')) return undefined;
  const schemes = arrayMember(document, 'schemes') ?? [];
  const scheme = schemes.length === 0 || schemes.includes('https') ? 'https' : 'http';
  return `${scheme}://${host}${(stringMember(document, 'basePath') ?? '').replace(/\/$/, '')}`;
}

/** The document, 2.0 or 3.x, with this service in place of what it names. */
export function withServiceUrl(document: JsonObject, serviceUrl: string): JsonObject {
  if (isOpenApi3(document)) return withServers(document, serviceUrl);
  const { protocol, host, pathname } = new URL(serviceUrl);
  const basePath = pathname === '/' ? {} : { basePath: pathname.replace(/\/$/, '') };
  const { schemes: _, host: __, basePath: ___, ...rest } = document;
  return behindInfo(rest, { host, ...basePath, schemes: [protocol.replace(':', '')] });
}

/** A server that is only a path is one below the service. */
function withServers(document: JsonObject, serviceUrl: string): JsonObject {
  const [first] = arrayMember(document, 'servers') ?? [];
  const path = stringMember(first, 'url') ?? '';
  const isPath = path.startsWith('/') && !path.startsWith('//') && new URL(serviceUrl).pathname === '/';
  const url = isPath ? new URL(path, serviceUrl).href : serviceUrl;
  const server = { ...objectMember({ first: first ?? {} }, 'first'), url: url.replace(/\/$/, '') };
  const { servers: _, ...rest } = document;
  return behindInfo(rest, { servers: [server] });
}

function behindInfo(document: JsonObject, added: JsonObject): JsonObject {
  const entries = entriesOf(document);
  const at = entries.findIndex(([key]) => key === 'info') + 1;
  return Object.fromEntries([...entries.slice(0, at), ...entriesOf(added), ...entries.slice(at)]);
}

/** What is wrong with an address that somebody wrote; undefined when it can be that of a service. */
export function serviceUrlFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'write it like https://api.contoso.com/v1';
  const { protocol, hostname, username, search, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'it has to begin with https://';
  if (hostname === '' || username !== '') return 'it has to name a host, and no user or password';
  return search + hash === '' ? undefined : 'it has to end before "?" and "#"';
}
