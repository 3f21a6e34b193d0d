import { entriesOf, isArray, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child } from '../domain/pointer.ts';
import { memberPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { resolved } from './openapi-3-references.ts';
import { quoted } from './openapi-3-wording.ts';

/** The security schemes that 2.0 has, in the author's order. One that it has not is refused when an operation needs it. */
export function securityDefinitions(conversion: Conversion, schemes: Json, place: Place): JsonObject {
  conversion.trace(place.to, place.from);
  const used = usedSchemes(conversion);
  return Object.fromEntries(
    entriesOf(schemes).flatMap(([name, value]): Entry[] => {
      const { value: scheme, from } = resolved(conversion, value, child(place.from, name));
      if (!isObject(scheme)) return [];
      const at = { ...memberPlace(place, name), from };
      const definition = definitionOf({ conversion, name, scheme, place: at, used: used.has(name) });
      return definition === undefined ? [] : [[name, definition]];
    }),
  );
}

interface SchemeContext {
  readonly conversion: Conversion;
  readonly name: string;
  readonly scheme: JsonObject;
  readonly place: Place;
  readonly used: boolean;
}

function usedSchemes(conversion: Conversion): Set<string> {
  const operations = entriesOf(member(conversion.source, 'paths')).flatMap(([, pathItem]) =>
    entriesOf(pathItem).map(([, operation]) => operation),
  );
  const requirements = [conversion.source, ...operations].flatMap((holder) => {
    const list = member(holder, 'security');
    return isArray(list) ? list : [];
  });
  return new Set(requirements.flatMap((requirement) => entriesOf(requirement).map(([name]) => name)));
}

function definitionOf(context: SchemeContext): JsonObject | undefined {
  const { conversion, scheme, place } = context;
  conversion.trace(place.to, place.from);
  const type = stringMember(scheme, 'type');
  if (type === 'apiKey') return apiKey(context);
  if (type === 'http') return http(context);
  return type === 'oauth2' ? oauth2(context) : unsupported(context, quoted(type ?? null));
}

function apiKey(context: SchemeContext): JsonObject | undefined {
  const { conversion, place } = context;
  for (const key of ['type', 'name', 'in']) conversion.trace(child(place.to, key), child(place.from, key));
  const location = stringMember(context.scheme, 'in');
  if (location !== 'header' && location !== 'query')
    return unsupported(context, `an API key in ${quoted(location ?? null)}`);
  return {
    type: 'apiKey',
    name: stringMember(context.scheme, 'name') ?? '',
    in: location,
    ...texts(context, ['name', 'in']),
  };
}

function http(context: SchemeContext): JsonObject | undefined {
  const { conversion, scheme, place, name } = context;
  const kind = stringMember(scheme, 'scheme')?.toLowerCase();
  conversion.trace(child(place.to, 'type'), child(place.from, 'scheme'));
  if (kind === 'basic') return { type: 'basic', ...texts(context, ['scheme']) };
  if (kind !== 'bearer') return unsupported(context, `the HTTP scheme ${quoted(kind ?? null)}`);
  conversion.lose(
    place.from,
    'bearer token',
    `${quoted(name)} becomes an API key in the header "Authorization", whose value must start with "Bearer "`,
    'Let a setheader policy put "Bearer " before the key',
  );
  return { type: 'apiKey', name: 'Authorization', in: 'header', ...texts(context, ['scheme', 'bearerFormat']) };
}

/** The flows in the order in which a connector prefers them, with their names in 2.0. */
const FLOWS = [
  ['authorizationCode', 'accessCode'],
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['clientCredentials', 'application'],
] as const;

function oauth2(context: SchemeContext): JsonObject | undefined {
  const { conversion, scheme, place, name } = context;
  const flows = member(scheme, 'flows');
  const [first, ...others] = FLOWS.filter(([key]) => isObject(member(flows, key)));
  if (first === undefined) return unsupported(context, 'OAuth 2 without a flow');
  for (const [key] of others)
    conversion.lose(
      child(place.from, 'flows', key),
      'OAuth flow',
      `OpenAPI 2.0 takes one flow, so ${quoted(key)} of ${quoted(name)} is left out`,
    );
  const [key, flow] = first;
  const chosen = member(flows, key);
  const from = child(place.from, 'flows', key);
  if (member(chosen, 'refreshUrl') !== undefined)
    conversion.lose(
      child(from, 'refreshUrl'),
      'refreshUrl',
      'OpenAPI 2.0 has no address to refresh a token',
      'Give it in the connection parameter',
    );
  conversion.trace(child(place.to, 'scopes'), child(from, 'scopes'), true);
  conversion.trace(child(place.to, 'type'), child(place.from, 'type'));
  return {
    type: 'oauth2',
    flow,
    ...urls(conversion, chosen, flow, { ...place, from }),
    scopes: scopes(chosen),
    ...texts(context, ['flows']),
  };
}

const URLS: Readonly<Record<string, readonly string[]>> = {
  accessCode: ['authorizationUrl', 'tokenUrl'],
  implicit: ['authorizationUrl'],
  password: ['tokenUrl'],
  application: ['tokenUrl'],
};

function urls(conversion: Conversion, flow: Json | undefined, kind: string, place: Place): JsonObject {
  return Object.fromEntries(
    (URLS[kind] ?? []).map((key): Entry => {
      conversion.trace(child(place.to, key), child(place.from, key));
      return [key, stringMember(flow, key) ?? ''];
    }),
  );
}

function scopes(flow: Json | undefined): JsonObject {
  return Object.fromEntries(entriesOf(member(flow, 'scopes')).filter(([, text]) => typeof text === 'string'));
}

/** Description and extensions, and a loss for every other key. */
function texts({ conversion, scheme, place }: SchemeContext, read: readonly string[]): JsonObject {
  const kept = entriesOf(scheme).filter(([key, value]) => {
    const carried = key.startsWith('x-') || (key === 'description' && typeof value === 'string');
    if (carried) conversion.trace(child(place.to, key), child(place.from, key), true);
    else if (key !== 'type' && !read.includes(key))
      conversion.lose(
        child(place.from, key),
        key,
        `${quoted(key)} has no counterpart in a security definition of OpenAPI 2.0`,
      );
    return carried;
  });
  return Object.fromEntries(kept);
}

function unsupported({ conversion, place, name, used }: SchemeContext, what: string): undefined {
  const message = `The security scheme ${quoted(name)} is ${what}, which OpenAPI 2.0 does not have`;
  conversion.drop(
    used,
    place.from,
    'security scheme',
    message,
    'Use OAuth 2 with its addresses, an API key, or basic authentication',
  );
  return undefined;
}
