import { entriesOf, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import { canonicalText, sameJson } from './canonical-text.ts';
import { placeIn, type Draft } from './draft.ts';
import { quote, quoteList } from './wording.ts';

/** The properties of both versions, where both are known, and the OpenAPI documents likewise. */
export interface AuthenticationSides {
  readonly properties: { readonly before: JsonObject; readonly after: JsonObject } | undefined;
  readonly openapi: { readonly before: JsonObject; readonly after: JsonObject } | undefined;
}

/** Which kinds of authentication a connection may use. What the connection asks for counts; the definition alone only when there is nothing else. */
export function diffAuthentication({ properties, openapi }: AuthenticationSides): Draft[] {
  const definitions = openapi === undefined ? [] : diffDefinitions(openapi.before, openapi.after);
  if (properties !== undefined)
    return [...kindDraft('properties', kindsAsked(properties.before), kindsAsked(properties.after)), ...definitions];
  if (openapi === undefined) return [];
  return [...kindDraft('openapi', kindsDefined(openapi.before), kindsDefined(openapi.after)), ...definitions];
}

/** A further choice takes nothing away; a kind that is gone, or the first one, changes every connection. */
function kindDraft(part: 'properties' | 'openapi', from: readonly string[], to: readonly string[]): Draft[] {
  if (from.every((kind) => to.includes(kind)) && (from.length > 0 || to.length === 0)) return [];
  const names = (kinds: readonly string[]): string => (kinds.length === 0 ? 'none' : quoteList(kinds));
  const pointer = part === 'properties' ? '/connectionParameters' : '/securityDefinitions';
  const message = `Authentication type changes from ${names(from)} to ${names(to)}`;
  return [{ kind: 'auth-type-changed', place: { part, pointer }, about: [from, to], message }];
}

function kindsAsked(properties: JsonObject): string[] {
  const sets = member(member(properties, 'connectionParameterSets'), 'values');
  const maps = [
    member(properties, 'connectionParameters'),
    ...(Array.isArray(sets) ? sets.map((set: Json) => member(set, 'parameters')) : []),
  ];
  return unique(maps.flatMap((map) => kindOfParameters(map) ?? []));
}

function kindOfParameters(map: Json | undefined): string | undefined {
  const parameters = entriesOf(map);
  const types = new Set(parameters.map(([, parameter]) => stringMember(parameter, 'type')));
  if (types.has('oauthSetting')) return 'oauth2';
  const names = new Set(parameters.map(([name]) => name.toLowerCase()));
  if (names.has('username') && names.has('password')) return 'basic';
  return types.has('securestring') ? 'apiKey' : undefined;
}

function kindsDefined(openapi: JsonObject): string[] {
  return unique(entriesOf(member(openapi, 'securityDefinitions')).map(([, one]) => stringMember(one, 'type') ?? ''));
}

function unique(kinds: readonly string[]): string[] {
  return [...new Set(kinds)].sort();
}

function diffDefinitions(before: JsonObject, after: JsonObject): Draft[] {
  const older = member(before, 'securityDefinitions');
  const newer = member(after, 'securityDefinitions');
  const names = new Set([...entriesOf(older), ...entriesOf(newer)].map(([name]) => name));
  return [...names].flatMap((name) => diffDefinition(name, member(older, name), member(newer, name)));
}

function diffDefinition(name: string, from: Json | undefined, to: Json | undefined): Draft[] {
  const removed = to === undefined;
  const place = placeIn('openapi', pointerTo('securityDefinitions', name), removed);
  const older = locationOf(from);
  const newer = locationOf(to);
  if (older !== undefined && newer !== undefined && older !== newer) {
    const message = `API key ${quote(name)} moves from ${older} to ${newer}`;
    return [{ kind: 'api-key-location-changed', place, about: [name, older, newer], message }];
  }
  if (sameJson(meaningOf(from), meaningOf(to))) return [];
  const words = removed ? 'is removed' : from === undefined ? 'is added' : 'is changed';
  const message = `Security definition ${quote(name)} ${words}`;
  return [{ kind: 'security-definition-changed', place, about: [name, from, to], message }];
}

/** Where the key of an `apiKey` definition is sent. Header names have no case. */
function locationOf(definition: Json | undefined): string | undefined {
  if (stringMember(definition, 'type') !== 'apiKey') return undefined;
  const location = stringMember(definition, 'in') ?? '';
  const name = stringMember(definition, 'name') ?? '';
  return `${location} ${quote(location === 'header' ? name.toLowerCase() : name)}`;
}

function meaningOf(definition: Json | undefined): Json | undefined {
  if (definition === undefined) return undefined;
  const entries = entriesOf(definition).filter(([key]) => key !== 'description');
  return canonicalText(Object.fromEntries(entries));
}
