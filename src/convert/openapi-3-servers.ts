import { entriesOf, member, type Json } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { child, pointerTo, type Pointer } from '../domain/pointer.ts';
import type { Conversion, Entry } from './openapi-3-conversion.ts';
import { resolved } from './openapi-3-references.ts';
import { serversAt, type Server } from './openapi-3-server.ts';
import { quoted } from './openapi-3-wording.ts';

/** The one address that 2.0 takes, and what stands in front of the paths of operations that have a longer one. */
export interface ServerPlan {
  /** The document's `host`, `basePath`, `schemes`. */
  readonly entries: readonly Entry[];
  /** What is put in front of the path of an operation, by its place; nothing where it is missing. */
  readonly prefixes: ReadonlyMap<Pointer, string>;
}

/** An operation with the servers that it uses. */
interface Served {
  readonly pointer: Pointer;
  readonly servers: readonly Server[];
}

const PLANS = new WeakMap<Conversion, ServerPlan>();

/** Worked out once, from the servers of the document, of its paths and of its operations. */
export function serverPlanOf(conversion: Conversion): ServerPlan {
  const plan = PLANS.get(conversion) ?? planServers(conversion);
  PLANS.set(conversion, plan);
  return plan;
}

function planServers(conversion: Conversion): ServerPlan {
  const root = serversAt(conversion, conversion.source, '');
  const operations = servedOperations(conversion, root);
  const usesRoot = operations.length === 0 || operations.some(({ servers }) => servers === root);
  const list = [...(usesRoot ? [root] : []), ...operations.map(({ servers }) => servers)].find(
    ({ length }) => length > 0,
  );
  const [first] = list ?? [];
  if (list === undefined || first === undefined) return { entries: [], prefixes: new Map() };
  const firsts = operations.flatMap(({ servers }) => servers.slice(0, 1));
  const path = commonPath([first, ...firsts.filter((server) => server.host === first.host)]);
  for (const used of new Set([list, ...(usesRoot ? [] : [root]), ...operations.map(({ servers }) => servers)]))
    reportList(conversion, first, used, used === root && !usesRoot);
  const twins = list.filter((server) => server.host === first.host && server.path === first.path);
  const schemes = [...new Set(twins.flatMap(({ scheme }) => (scheme === undefined ? [] : [scheme])))];
  return { entries: entriesFor(conversion, first, path, schemes), prefixes: prefixesFor(operations, first, path) };
}

function servedOperations(conversion: Conversion, root: readonly Server[]): Served[] {
  return entriesOf(member(conversion.source, 'paths')).flatMap(([path, value]) => {
    if (!path.startsWith('/')) return [];
    const pathItem = resolved(conversion, value, pointerTo('paths', path));
    const own = serversAt(conversion, pathItem.value, pathItem.from);
    const shared = own.length > 0 ? own : root;
    return entriesOf(pathItem.value).flatMap(([verb, operation]) => {
      if (!isVerb(verb)) return [];
      const pointer = child(pathItem.from, verb);
      return [{ pointer, servers: serversOf(conversion, operation, pointer, shared) }];
    });
  });
}

function isVerb(key: string): boolean {
  return VERBS.some((verb) => verb === key);
}

function serversOf(
  conversion: Conversion,
  operation: Json,
  pointer: Pointer,
  shared: readonly Server[],
): readonly Server[] {
  const own = serversAt(conversion, operation, pointer);
  return own.length > 0 ? own : shared;
}

/** The longest path that all begin with, in whole segments. */
function commonPath(servers: readonly Server[]): string {
  const [first = [], ...others] = servers.map(({ path }) => path.split('/'));
  const differing = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return (differing === -1 ? first : first.slice(0, differing)).join('/');
}

function prefixesFor(operations: readonly Served[], { host }: Server, path: string): Map<Pointer, string> {
  return new Map(
    operations.flatMap(({ pointer, servers: [server] }): [Pointer, string][] =>
      server === undefined || server.host !== host || server.path === path
        ? []
        : [[pointer, server.path.slice(path.length)]],
    ),
  );
}

function entriesFor(
  conversion: Conversion,
  { host, pointer }: Server,
  path: string,
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

/** What of a list of servers cannot be called: all but the first, and the first where it is on another host than the document's. */
function reportList(conversion: Conversion, first: Server, list: readonly Server[], unused: boolean): void {
  const [own] = list;
  if (own === undefined) return;
  if (own.host !== first.host && !unused) loseHost(conversion, first, own);
  for (const other of unused ? list : list.slice(1))
    if (other.host !== first.host || other.path !== (unused ? first : own).path)
      conversion.lose(
        other.pointer,
        'server',
        `OpenAPI 2.0 takes one server, so ${addressOf(other)} is left out beside ${addressOf(first)}`,
        'Make a connector of each, or ask for the host in the connection and set it by the policy dynamichosturl',
      );
}

function loseHost(conversion: Conversion, first: Server, own: Server): void {
  const address = `${own.scheme ?? 'https'}://${own.host ?? ''}${own.path}`;
  conversion.lose(
    own.pointer,
    'server',
    `What uses the server ${addressOf(own)} calls ${addressOf(first)} instead, as OpenAPI 2.0 takes one`,
    `Give these operations the policy dynamichosturl with the address ${quoted(address)}`,
  );
}

function addressOf({ host, path }: Server): string {
  return quoted(`${host ?? ''}${path}`);
}
