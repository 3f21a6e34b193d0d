import { entriesOf, isObject, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { meant } from './openapi-3-keys.ts';
import { movedPlace, memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { resolved } from './openapi-3-references.ts';
import { verbatimEntry } from './openapi-3-verbatim.ts';
import { flowOf, oauth2, type SchemeContext } from './openapi-3-oauth.ts';
import { quoted } from './openapi-3-wording.ts';

/** The security schemes in the author's order, each in the best form that 2.0 has for it. */
export function securityDefinitions(conversion: Conversion, schemes: Json, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  return Object.fromEntries(
    entriesOf(schemes).flatMap(([name, value]): Entry[] => {
      const { value: scheme, from } = resolved(conversion, value, child(place.from, name));
      if (!isObject(scheme)) {
        conversion.lose(from, 'security scheme', `The security scheme ${quoted(name)} is not an object`);
        return [];
      }
      const definition = definitionOf({ conversion, name, scheme, place: movedPlace(memberPlace(place, name), from) });
      return definition === undefined ? [] : [[name, definition]];
    }),
  );
}

type DefinitionKind = 'key' | 'cookie' | 'basic' | 'authorization' | 'flow';

const KEYS: ReadonlyMap<string, DefinitionKind> = new Map([
  ['header', 'key'],
  ['query', 'key'],
  ['cookie', 'cookie'],
]);

/** What a scheme becomes; undefined for one that 2.0 has nothing for. */
export function definitionKind(scheme: JsonObject): DefinitionKind | undefined {
  const type = stringMember(scheme, 'type');
  if (type === 'apiKey') return KEYS.get(stringMember(scheme, 'in') ?? '');
  if (type === 'oauth2') return flowOf(scheme) === undefined ? undefined : 'flow';
  if (type === 'http') return stringMember(scheme, 'scheme')?.toLowerCase() === 'basic' ? 'basic' : 'authorization';
  return type === 'openIdConnect' ? 'authorization' : undefined;
}

const FORMS: Readonly<Record<DefinitionKind, (context: SchemeContext) => JsonObject>> = {
  key: apiKey,
  cookie,
  basic,
  authorization,
  flow: (context) => ({ ...oauth2(context), ...texts(context, ['flows']) }),
};

function definitionOf(context: SchemeContext): JsonObject | undefined {
  const { conversion, scheme, place } = context;
  conversion.trace(place.to, place.from);
  const kind = definitionKind(scheme);
  return kind === undefined ? unsupported(context) : FORMS[kind](context);
}

function basic(context: SchemeContext): JsonObject {
  const { conversion, place } = context;
  conversion.trace(child(place.to, 'type'), child(place.from, 'scheme'));
  return { type: 'basic', ...texts(context, ['scheme']) };
}

function apiKey(context: SchemeContext): JsonObject {
  const { conversion, place } = context;
  for (const key of ['type', 'name', 'in']) conversion.trace(child(place.to, key), child(place.from, key));
  return {
    type: 'apiKey',
    name: stringMember(context.scheme, 'name') ?? '',
    in: stringMember(context.scheme, 'in') ?? '',
    ...texts(context, ['name', 'in']),
  };
}

/** A cookie is a header whose value begins with its name. */
function cookie(context: SchemeContext): JsonObject {
  const { conversion, scheme, place, name } = context;
  const begins = `${stringMember(scheme, 'name') ?? ''}=`;
  conversion.lose(
    place.from,
    'cookie',
    `${quoted(name)} becomes an API key in the header "Cookie", whose value must start with ${quoted(begins)}`,
    `Let a setheader policy put ${quoted(begins)} before the key`,
  );
  return { type: 'apiKey', name: 'Cookie', in: 'header', ...texts(context, ['name', 'in']) };
}

/** Whatever HTTP calls a scheme, and a token of OpenID Connect, stands in the header Authorization. */
function authorization(context: SchemeContext): JsonObject {
  const { conversion, scheme, place, name } = context;
  const kind = stringMember(scheme, 'scheme')?.toLowerCase();
  const isConnect = stringMember(scheme, 'type') === 'openIdConnect';
  const isBearer = isConnect || kind === 'bearer';
  const start = isBearer
    ? ', whose value must start with "Bearer "'
    : `, whose value is all that ${quoted(kind ?? '')} sends there`;
  const what = isConnect ? 'OpenID Connect' : isBearer ? 'bearer token' : 'HTTP scheme';
  conversion.trace(child(place.to, 'type'), child(place.from, isConnect ? 'type' : 'scheme'));
  conversion.lose(
    place.from,
    what,
    `${quoted(name)} becomes an API key in the header "Authorization"${start}`,
    hintFor(isConnect, isBearer),
  );
  return {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    ...texts(context, ['scheme', 'bearerFormat', 'openIdConnectUrl']),
  };
}

function hintFor(isConnect: boolean, isBearer: boolean): string {
  if (isConnect) return 'Describe it as OAuth 2 with the addresses that its configuration names; nothing is fetched';
  if (isBearer) return 'Let a setheader policy put "Bearer " before the key';
  return 'Let custom code answer what the service asks for, or use OAuth 2, an API key or basic authentication';
}

const SCHEME_KEYS = ['type', 'description', 'name', 'in', 'scheme', 'bearerFormat', 'flows', 'openIdConnectUrl'];

/** Description and extensions, and a loss for every other key. */
function texts({ conversion, scheme, place }: SchemeContext, read: readonly string[]): JsonObject {
  const kept = entriesOf(scheme).flatMap(([key, value]): readonly Entry[] => {
    if (key.startsWith('x-') || (key === 'description' && typeof value === 'string'))
      return verbatimEntry(conversion, key, value, memberPlace(place, key));
    if (key !== 'type' && !read.includes(key))
      conversion.lose(
        child(place.from, key),
        key,
        `${quoted(key)} has no counterpart in a security definition of OpenAPI 2.0`,
        meant(key, SCHEME_KEYS),
      );
    return [];
  });
  return Object.fromEntries(kept);
}

/** Left out, and with it what asks for it: see openapi-3-security-requirements.ts. */
function unsupported({ conversion, place, name, scheme }: SchemeContext): undefined {
  const what = quoted(stringMember(scheme, 'type') ?? null);
  conversion.lose(
    place.from,
    'security scheme',
    `The security scheme ${quoted(name)}, of the type ${what}, has no counterpart in OpenAPI 2.0, so nothing asks for it`,
    'Use OAuth 2 with its addresses, an API key, or basic authentication',
  );
}
