import type { JsonObject } from '../domain/json.ts';
import { quoted } from './openapi-3-wording.ts';
import { headerOf } from './postman-fields.ts';
import type { Address } from './postman-hosts.ts';
import type { PostmanAuth, PostmanRequest } from './postman-model.ts';
import { readOauth, type OauthSettings } from './postman-oauth.ts';
import { isSecretName } from './postman-secret-names.ts';
import { resolveVariables, type Scope } from './postman-variables.ts';

/** How a request says who calls. */
export type Scheme =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic' }
  /** `prefix` stands before the key in the header: `Bearer`. */
  | { readonly kind: 'key'; readonly place: 'header' | 'query'; readonly name: string; readonly prefix: string }
  | { readonly kind: 'oauth2'; readonly settings: OauthSettings }
  /** One that connectors do not have. */
  | { readonly kind: 'unsupported'; readonly type: string };

const NONE: Scheme = { kind: 'none' };

/** By the helper that applies, else by what the address, a header or a query parameter shows. */
export function schemeOf(request: PostmanRequest, { userInfo }: Address, scope: Scope): Scheme {
  const { auth } = request;
  const scheme = auth === undefined ? NONE : schemeOfHelper(auth, [scope, request.variables]);
  if (scheme.kind !== 'none') return scheme;
  if (userInfo.includes(':')) return { kind: 'basic' };
  return schemeOfHeaders(request) ?? schemeOfQuery(request) ?? NONE;
}

function schemeOfHelper({ type, values }: PostmanAuth, scopes: readonly Scope[]): Scheme {
  const valueOf = (key: string): string => resolveVariables(values.get(key) ?? '', ...scopes);
  switch (type) {
    case 'noauth':
      return NONE;
    case 'basic':
      return { kind: 'basic' };
    case 'bearer':
      return key('header', 'Authorization', 'Bearer');
    case 'apikey':
      return valueOf('in') === 'query'
        ? key('query', valueOf('key') || 'api_key', '')
        : key('header', valueOf('key') || 'X-Api-Key', '');
    case 'oauth2':
      return schemeOfOauth(valueOf);
    case 'jwt':
      return { kind: 'unsupported', type };
    default:
      return { kind: 'unsupported', type };
  }
}

/** Without the addresses of a sign-in there is only a token to paste. */
function schemeOfOauth(valueOf: (key: string) => string): Scheme {
  const settings = readOauth(valueOf);
  if (settings !== undefined) return { kind: 'oauth2', settings };
  const prefix = valueOf('headerPrefix').trim() || 'Bearer';
  return /query/i.test(valueOf('addTokenTo'))
    ? key('query', 'access_token', '')
    : key('header', 'Authorization', prefix);
}

function schemeOfHeaders({ headers }: PostmanRequest): Scheme | undefined {
  const authorization = headerOf(headers, 'authorization').trim();
  const isNamed = headers.some((header) => !header.disabled && header.key.toLowerCase() === 'authorization');
  if (isNamed) {
    const [, prefix = ''] = /^([A-Za-z][\w-]*)\s+\S/.exec(authorization) ?? [];
    if (prefix.toLowerCase() === 'basic') return { kind: 'basic' };
    if (/^(?:oauth|digest|hawk|aws4-hmac-sha256|ntlm|negotiate)$/i.test(prefix)) {
      return { kind: 'unsupported', type: prefix.toLowerCase() };
    }
    return key('header', 'Authorization', prefix);
  }
  const named = headers.find((header) => !header.disabled && isKeyHeader(header.key));
  return named === undefined ? undefined : key('header', named.key, '');
}

function schemeOfQuery({ url }: PostmanRequest): Scheme | undefined {
  const named = url.query.find((parameter) => !parameter.disabled && isKeyParameter(parameter.key));
  return named === undefined ? undefined : key('query', named.key, '');
}

function isKeyHeader(name: string): boolean {
  return !/cookie|signature|csrf|xsrf|session/i.test(name) && isSecretName(name) && /key|token|auth|secret/i.test(name);
}

function isKeyParameter(name: string): boolean {
  return /^(?:api[_-]?key|app[_-]?key|apitoken|api[_-]?token|access[_-]?token|auth[_-]?token|subscription-key|key|token|appid)$/i.test(
    name,
  );
}

function key(place: 'header' | 'query', name: string, prefix: string): Scheme {
  return { kind: 'key', place, name, prefix };
}

/** What schemes share that one connection can serve. */
export function identityOf(scheme: Scheme): string {
  if (scheme.kind === 'unsupported') return `unsupported ${scheme.type}`;
  if (scheme.kind !== 'key') return scheme.kind;
  return `key ${scheme.place} ${scheme.place === 'header' ? scheme.name.toLowerCase() : scheme.name}`;
}

/** The scheme of most requests among those that a connector can have; `none` when there is none. */
export function chooseScheme(schemes: readonly Scheme[]): Scheme {
  const counts = new Map<string, { readonly scheme: Scheme; count: number }>();
  for (const scheme of schemes) {
    if (scheme.kind === 'none' || scheme.kind === 'unsupported') continue;
    const counted = counts.get(identityOf(scheme)) ?? { scheme, count: 0 };
    counted.count += 1;
    counts.set(identityOf(scheme), counted);
  }
  return [...counts.values()].toSorted((one, two) => two.count - one.count)[0]?.scheme ?? NONE;
}

/** In words, for a message. */
export function describeScheme(scheme: Scheme): string {
  if (scheme.kind === 'key')
    return `the ${scheme.place === 'header' ? 'header' : 'query parameter'} ${quoted(scheme.name)}`;
  if (scheme.kind === 'unsupported') return quoted(scheme.type);
  return { none: 'no authentication', basic: 'a user name and password', oauth2: 'OAuth 2.0' }[scheme.kind];
}

/** The security definition, by the name that operations refer to; undefined when there is none. */
export function definitionOf(scheme: Scheme): readonly [name: string, definition: JsonObject] | undefined {
  if (scheme.kind === 'none' || scheme.kind === 'unsupported') return undefined;
  if (scheme.kind === 'basic') return ['basic', { type: 'basic' }];
  if (scheme.kind === 'key') return ['api_key', { type: 'apiKey', in: scheme.place, name: scheme.name }];
  const { authorizationUrl, tokenUrl, scopes } = scheme.settings;
  const described = Object.fromEntries(scopes.map((name) => [name, name]));
  return ['oauth2', { type: 'oauth2', flow: 'accessCode', authorizationUrl, tokenUrl, scopes: described }];
}
