import { arrayMember, entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, pointerTo, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Entry } from './openapi-3-conversion.ts';
import { quoted } from './openapi-3-wording.ts';

interface Server {
  readonly scheme: string | undefined;
  readonly host: string | undefined;
  /** Without a final slash; empty for the root. */
  readonly path: string;
  readonly pointer: Pointer;
}

/** `host`, `basePath` and `schemes` from the servers that every operation uses. Where the list stood or, without one, where the result needs it. */
export function serverEntries(conversion: Conversion): readonly Entry[] {
  const root = serversAt(conversion, conversion.source, '');
  const lists = [...(root.length > 0 ? [root] : []), ...ownServers(conversion)];
  const used = everyOperationHasOwn(conversion) ? (lists[1] ?? root) : root;
  const [first] = used.length > 0 ? used : (lists[0] ?? []);
  if (first === undefined) return [];
  for (const list of lists.slice(1)) refuseOther(conversion, first, list);
  const others = used.slice(1);
  for (const other of others) reportOther(conversion, first, other);
  const twins = others.filter((other) => other.host === first.host && other.path === first.path);
  const schemes = [first, ...twins].flatMap(({ scheme }) => (scheme === undefined ? [] : [scheme]));
  return entriesFor(conversion, first, [...new Set(schemes)]);
}

function entriesFor(
  conversion: Conversion,
  { host, path, pointer }: Server,
  schemes: readonly string[],
): readonly Entry[] {
  const entries: Entry[] = [
    ...(host === undefined ? [] : [['host', host] as Entry]),
    ...(path === '' ? [] : [['basePath', path] as Entry]),
    ...(schemes.length === 0 ? [] : [['schemes', schemes] as Entry]),
  ];
  for (const [key] of entries) conversion.trace(pointerTo(key), child(pointer, 'url'));
  return entries;
}

/** The lists of servers that paths and operations have for themselves. */
function ownServers(conversion: Conversion): Server[][] {
  return entriesOf(member(conversion.source, 'paths')).flatMap(([path, pathItem]) => {
    const at = pointerTo('paths', path);
    const own = serversAt(conversion, pathItem, at);
    const operations = entriesOf(pathItem).map(([verb, operation]) =>
      serversAt(conversion, operation, child(at, verb)),
    );
    return [own, ...operations].filter((list) => list.length > 0);
  });
}

/** Then the document's own list is never used. */
function everyOperationHasOwn(conversion: Conversion): boolean {
  const pathItems = entriesOf(member(conversion.source, 'paths')).map(([, pathItem]) => pathItem);
  return pathItems.length > 0 && pathItems.every((pathItem) => arrayMember(pathItem, 'servers') !== undefined);
}

function serversAt(conversion: Conversion, holder: Json, at: Pointer): Server[] {
  return (arrayMember(holder, 'servers') ?? []).flatMap((server, index) => {
    const pointer = child(at, 'servers', index);
    return isObject(server) ? [parseServer(conversion, server, pointer)] : [];
  });
}

function parseServer(conversion: Conversion, server: JsonObject, pointer: Pointer): Server {
  reportKeys(conversion, server, pointer);
  const url = substituted(conversion, server, pointer);
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(.*)$/i.exec(url);
  const [, scheme, authority, path = '', rest = ''] = match ?? [];
  if (rest !== '')
    conversion.lose(child(pointer, 'url'), 'server url', `The part ${quoted(rest)} of the server is left out`);
  return { scheme: schemeOf(scheme), host: hostOf(conversion, authority, pointer), path: basePathOf(path), pointer };
}

const SCHEMES = new Set(['http', 'https', 'ws', 'wss']);

function schemeOf(scheme: string | undefined): string | undefined {
  const lower = scheme?.toLowerCase();
  return lower !== undefined && SCHEMES.has(lower) ? lower : undefined;
}

function hostOf(conversion: Conversion, authority: string | undefined, pointer: Pointer): string | undefined {
  if (authority === undefined || authority === '') return undefined;
  if (/^[^{}/ :\\@]+(:\d+)?$/.test(authority)) return authority;
  const message = `${quoted(authority)} is not a host that OpenAPI 2.0 takes`;
  conversion.refuse(
    child(pointer, 'url'),
    'server host',
    message,
    'Give the server a host, or its variables a default',
  );
  return undefined;
}

function basePathOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function substituted(conversion: Conversion, server: JsonObject, pointer: Pointer): string {
  const variables = member(server, 'variables');
  const url = (stringMember(server, 'url') ?? '').slice(0, 2000);
  return url.replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const value = member(member(variables, name), 'default');
    if (typeof value !== 'string' && typeof value !== 'number') return placeholder;
    conversion.lose(
      child(pointer, 'variables', name),
      'server variable',
      `The server variable ${quoted(name)} is fixed to its default ${quoted(value)}`,
      'Ask for it in the connection, and set the host by the policy dynamichosturl',
    );
    return String(value);
  });
}

const READ = new Set(['url', 'variables']);

function reportKeys(conversion: Conversion, server: JsonObject, pointer: Pointer): void {
  for (const [key] of entriesOf(server))
    if (!READ.has(key))
      conversion.lose(child(pointer, key), key, `The ${quoted(key)} of a server has no counterpart in OpenAPI 2.0`);
}

function addressOf({ host, path }: Server): string {
  return quoted(`${host ?? ''}${path}`);
}

/** A further server is another environment when only its host differs; with another path it is another API. */
function reportOther(conversion: Conversion, first: Server, other: Server): void {
  if (other.path !== first.path) refuseOther(conversion, first, [other]);
  else if (other.host !== first.host)
    conversion.lose(
      other.pointer,
      'server',
      `OpenAPI 2.0 takes one server, so ${addressOf(other)} is left out beside ${addressOf(first)}`,
    );
}

function refuseOther(conversion: Conversion, first: Server, [other]: readonly Server[]): void {
  if (other === undefined || (other.host === first.host && other.path === first.path)) return;
  conversion.refuse(
    other.pointer,
    'servers',
    `The server ${addressOf(other)} differs from ${addressOf(first)}, and OpenAPI 2.0 takes one for all operations`,
    'Use one server and put the difference into the paths, or make a connector of each',
  );
}
