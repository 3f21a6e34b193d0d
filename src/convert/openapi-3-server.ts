import { arrayMember, entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import type { Conversion } from './openapi-3-conversion.ts';
import { loseUnknown } from './openapi-3-keys.ts';
import { quoted } from './openapi-3-wording.ts';

export interface Server {
  readonly scheme: 'http' | 'https' | undefined;
  readonly host: string | undefined;
  /** Without a final slash; empty for the root. */
  readonly path: string;
  readonly pointer: Pointer;
}

/** The servers that a document, a path or an operation lists; variables have their defaults. */
export function serversAt(conversion: Conversion, holder: Json | undefined, at: Pointer): Server[] {
  return (arrayMember(holder, 'servers') ?? []).flatMap((server, index) => {
    const pointer = child(at, 'servers', index);
    return isObject(server) ? [parseServer(conversion, server, pointer)] : [];
  });
}

function parseServer(conversion: Conversion, server: JsonObject, pointer: Pointer): Server {
  loseUnknown(conversion, server, pointer, { known: KNOWN, lost: ['description', 'name'], of: 'a server' });
  const url = substituted(conversion, server, pointer);
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(.*)$/i.exec(url);
  const [, scheme, authority, path = '', rest = ''] = match ?? [];
  const at = child(pointer, 'url');
  if (rest !== '') conversion.lose(at, 'server url', `The part ${quoted(rest)} of the server is left out`);
  return {
    scheme: schemeOf(conversion, scheme, at),
    host: hostOf(conversion, authority, at),
    path: basePathOf(path),
    pointer,
  };
}

const KNOWN = ['url', 'variables'];

function schemeOf(conversion: Conversion, scheme: string | undefined, at: Pointer): 'http' | 'https' | undefined {
  const lower = scheme?.toLowerCase();
  if (lower === 'http' || lower === 'https') return lower;
  if (lower !== undefined)
    conversion.lose(at, 'server scheme', `Connectors call by http and https only, so ${quoted(lower)} is left out`);
  return undefined;
}

function hostOf(conversion: Conversion, authority: string | undefined, at: Pointer): string | undefined {
  const hint = 'Write the whole address of the service, and give its variables a default';
  if (authority === undefined || authority === '') {
    conversion.lose(at, 'server host', 'The server names no host, so the result names none', hint);
    return undefined;
  }
  if (/^[^{}/ :\\@]+(:\d+)?$/.test(authority)) return authority;
  conversion.lose(at, 'server host', `${quoted(withoutUser(authority))} is not a host that OpenAPI 2.0 takes`, hint);
  return undefined;
}

/** A message is no place for a password. */
function withoutUser(authority: string): string {
  return authority.replace(/^.*@/s, '***@');
}

function basePathOf(path: string): string {
  const trimmed = path.replace(/\/+$/, '').replaceAll(/[{}]/g, '');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function substituted(conversion: Conversion, server: JsonObject, pointer: Pointer): string {
  const variables = member(server, 'variables');
  const url = (stringMember(server, 'url') ?? '').slice(0, 2000);
  const used = new Set<string>();
  const filled = url.replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    used.add(name);
    const value = member(member(variables, name), 'default');
    if (typeof value !== 'string' && typeof value !== 'number') {
      const message = `The server variable ${quoted(name)} has no default, so the address is not complete`;
      conversion.lose(child(pointer, 'url'), 'server variable', message, 'Give it a default');
      return placeholder;
    }
    loseVariable(conversion, name, member(variables, name), child(pointer, 'variables', name));
    return String(value);
  });
  for (const [name] of entriesOf(variables))
    if (!used.has(name))
      conversion.lose(
        child(pointer, 'variables', name),
        'server variable',
        `The address does not use the variable ${quoted(name)}`,
      );
  return filled;
}

function loseVariable(conversion: Conversion, name: string, variable: Json | undefined, from: Pointer): void {
  const value = member(variable, 'default') ?? null;
  const others = (arrayMember(variable, 'enum') ?? []).filter((other) => other !== value);
  const choices = others.length === 0 ? '' : ` and not ${others.slice(0, 5).map(quoted).join(', ')}`;
  conversion.lose(
    from,
    'server variable',
    `The server variable ${quoted(name)} is fixed to its default ${quoted(value)}${choices}`,
    'Ask for it in the connection, and set the host by the policy dynamichosturl',
  );
}
