import { entriesOf, isObject, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { movedPlace, type Conversion, type Entry, type Place } from './openapi-3-conversion.ts';
import { loseUnknown } from './openapi-3-keys.ts';
import { absoluteUrl } from './openapi-3-urls.ts';
import { quoted } from './openapi-3-wording.ts';

/** A security scheme that is being converted. */
export interface SchemeContext {
  readonly conversion: Conversion;
  readonly name: string;
  readonly scheme: JsonObject;
  readonly place: Place;
}

/** The flows in the order in which a connector prefers them, with their names in 2.0. */
const FLOWS = [
  ['authorizationCode', 'accessCode'],
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['clientCredentials', 'application'],
] as const;

type Flow = (typeof FLOWS)[number];

/** The flow that a connector prefers; undefined when a scheme has none that 2.0 knows. */
export function flowOf(scheme: JsonObject): Flow | undefined {
  const flows = member(scheme, 'flows');
  return FLOWS.find(([key]) => isObject(member(flows, key)));
}

/** One flow of OAuth 2, which is all that 2.0 takes of a scheme. */
export function oauth2({ conversion, scheme, place, name }: SchemeContext): JsonObject {
  const flows = member(scheme, 'flows');
  const [key, flow] = flowOf(scheme) ?? FLOWS[0];
  for (const [other] of entriesOf(flows))
    if (other !== key)
      conversion.lose(
        child(place.from, 'flows', other),
        'OAuth flow',
        `OpenAPI 2.0 takes one flow, so ${quoted(other)} of ${quoted(name)} is left out`,
      );
  const chosen = member(flows, key) ?? null;
  const from = child(place.from, 'flows', key);
  reportFlow(conversion, chosen, from, URLS[flow] ?? []);
  conversion.trace(child(place.to, 'scopes'), child(from, 'scopes'));
  conversion.trace(child(place.to, 'type'), child(place.from, 'type'));
  return {
    type: 'oauth2',
    flow,
    ...urls(conversion, chosen, flow, movedPlace(place, from)),
    scopes: scopes(chosen),
  };
}

function reportFlow(conversion: Conversion, flow: Json, from: Pointer, read: readonly string[]): void {
  if (member(flow, 'refreshUrl') !== undefined)
    conversion.lose(
      child(from, 'refreshUrl'),
      'refreshUrl',
      'OpenAPI 2.0 has no address to refresh a token',
      'Give it in the connection parameter',
    );
  loseUnknown(conversion, flow, from, { known: [...read, 'scopes', 'refreshUrl'], of: 'an OAuth flow' });
  for (const [scope, text] of entriesOf(member(flow, 'scopes')))
    if (typeof text !== 'string')
      conversion.lose(child(from, 'scopes', scope), 'scopes', `The scope ${quoted(scope)} has no text`);
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
      return [key, absoluteUrl(conversion, stringMember(flow, key) ?? '') ?? ''];
    }),
  );
}

function scopes(flow: Json | undefined): JsonObject {
  return Object.fromEntries(entriesOf(member(flow, 'scopes')).filter(([, text]) => typeof text === 'string'));
}
