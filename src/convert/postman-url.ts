import {
  arrayMember,
  isObject,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { newField, readFields } from './postman-fields.ts';
import type { PostmanField, PostmanUrl } from './postman-model.ts';
import { plainText } from './postman-variables.ts';

const NOWHERE: PostmanUrl = {
  protocol: '',
  userInfo: '',
  host: '',
  port: '',
  segments: [],
  query: [],
  variables: [],
};

/** An address as text or as an object of its parts. */
export function readUrl(value: Json | undefined, pointer: Pointer): PostmanUrl {
  if (typeof value === 'string') return parseUrl(value, pointer);
  if (!isObject(value)) return NOWHERE;
  const variables = readFields(member(value, 'variable'), child(pointer, 'variable'));
  const hasParts = member(value, 'host') !== undefined || member(value, 'path') !== undefined;
  const url = hasParts ? fromParts(value, pointer) : parseUrl(stringMember(value, 'raw') ?? '', child(pointer, 'raw'));
  return { ...url, variables };
}

function fromParts(value: JsonObject, pointer: Pointer): PostmanUrl {
  const auth = objectMember(value, 'auth');
  const user = plainText(member(auth, 'user'));
  const query = member(value, 'query');
  return {
    protocol: plainText(member(value, 'protocol')).replace(/:?\/*$/, ''),
    userInfo: user === '' ? '' : `${user}:${plainText(member(auth, 'password'))}`,
    host: joined(member(value, 'host'), '.'),
    port: plainText(member(value, 'port')),
    segments: joined(member(value, 'path'), '/').split('/'),
    query: typeof query === 'string' ? parseQuery(query, pointer) : readFields(query, child(pointer, 'query')),
    variables: [],
  };
}

function joined(value: Json | undefined, separator: string): string {
  if (typeof value === 'string') return value.replace(/^\//, '');
  const parts = Array.isArray(value) ? (value as readonly Json[]) : [];
  return parts.map((part) => plainText(part) || plainText(member(part, 'value'))).join(separator);
}

/** Total: whatever is no address has an empty host. */
export function parseUrl(text: string, pointer: Pointer): PostmanUrl {
  const [beforeHash = ''] = text.trim().split('#', 1);
  const [address = '', ...query] = beforeHash.split('?');
  const [, protocol = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*|\{\{[^{}]*\}\}):)?(?:\/\/)?(.*)$/is.exec(address) ?? [];
  const isAddress = protocol === '' || address.slice(protocol.length).startsWith('://');
  const [authority = '', ...segments] = (isAddress ? rest : address).split('/');
  const at = authority.lastIndexOf('@');
  const [, host = '', port = ''] = /^(.*?)(?::(\d+|\{\{[^{}]*\}\}))?$/s.exec(authority.slice(at + 1)) ?? [];
  return {
    protocol: isAddress ? protocol : '',
    userInfo: at < 0 ? '' : authority.slice(0, at),
    host,
    port,
    segments,
    query: parseQuery(query.join('?'), pointer),
    variables: [],
  };
}

function parseQuery(text: string, pointer: Pointer): PostmanField[] {
  return text.split('&').flatMap((part) => {
    const [key = '', ...value] = part.split('=');
    return key === '' ? [] : [newField(decoded(key), decoded(value.join('=')), pointer)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The values that v1 keeps beside the address. */
export function withVariables(url: PostmanUrl, request: JsonObject, pointer: Pointer): PostmanUrl {
  const listed = arrayMember(request, 'pathVariableData');
  const key = listed === undefined ? 'pathVariables' : 'pathVariableData';
  const variables = readFields(member(request, key), child(pointer, key));
  const described = readFields(member(request, 'queryParams'), child(pointer, 'queryParams'));
  return { ...url, variables, query: mergedQuery(url.query, described) };
}

/** The list has descriptions and what is switched off; the address has the rest. */
function mergedQuery(inUrl: readonly PostmanField[], listed: readonly PostmanField[]): readonly PostmanField[] {
  if (listed.length === 0) return inUrl;
  const known = new Set(listed.map(({ key }) => key));
  return [...listed, ...inUrl.filter(({ key }) => !known.has(key))];
}
