import { entriesOf, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { pointerTo } from '../domain/pointer.ts';
import { canonicalText } from './canonical-text.ts';
import { placeIn, type Draft } from './draft.ts';
import { matchBy } from './match.ts';
import { quote, quoteList } from './wording.ts';

/** The properties of both versions, where both are known, and the OpenAPI documents likewise. */
export interface AuthenticationSides {
  readonly properties: Sides | undefined;
  readonly openapi: Sides | undefined;
}

interface Sides {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

/** Which kinds of authentication a connection may use. What the connection asks for counts; the definition alone only when there is nothing else. */
export function diffAuthentication({ properties, openapi }: AuthenticationSides): Draft[] {
  const kinds =
    properties !== undefined
      ? diffKinds('properties', properties, kindsAsked)
      : openapi === undefined
        ? []
        : diffKinds('openapi', openapi, kindsDefined);
  return [...kinds, ...(openapi === undefined ? [] : diffDefinitions(openapi.before, openapi.after))];
}

/** A further choice takes nothing away; a kind that is gone, or the first one, changes every connection. */
function diffKinds(
  part: 'properties' | 'openapi',
  { before, after }: Sides,
  kindsOf: (document: JsonObject) => readonly string[],
): Draft[] {
  const from = kindsOf(before);
  const to = kindsOf(after);
  if (from.every((kind) => to.includes(kind)) && (from.length > 0 || to.length === 0)) return [];
  const names = (kinds: readonly string[]): string => (kinds.length === 0 ? 'none' : quoteList(kinds));
  const key = part === 'properties' ? 'connectionParameters' : 'securityDefinitions';
  const pointer = member(after, key) === undefined ? '' : pointerTo(key);
  const message = `Authentication type changes from ${names(from)} to ${names(to)}`;
  return [{ kind: 'auth-type-changed', place: { part, pointer }, about: [from, to], values: [from, to], message }];
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

type Definition = readonly [name: string, value: Json];

/** Definitions are the same by name, or under another name by what they say. */
function diffDefinitions(before: JsonObject, after: JsonObject): Draft[] {
  const older = entriesOf(member(before, 'securityDefinitions'));
  const newer = entriesOf(member(after, 'securityDefinitions'));
  const { matched, removed, added } = matchBy<Definition>(older, newer, [
    ([name]) => name,
    ([, value]) => meaningOf(value),
  ]);
  return [
    ...removed.map(([name, value]) => definitionDraft(name, [value], true, 'is removed')),
    ...matched.flatMap((match) => diffDefinition(match.after[0], match.before[1], match.after[1])),
    ...added.map(([name, value]) => definitionDraft(name, [value], false, 'is added')),
  ];
}

function diffDefinition(name: string, from: Json, to: Json): Draft[] {
  const older = locationOf(from);
  const newer = locationOf(to);
  if (older !== undefined && newer !== undefined && older !== newer) {
    const draft = definitionDraft(name, [older, newer], false, '');
    return [
      {
        ...draft,
        values: [keyOf(from), keyOf(to)],
        kind: 'api-key-location-changed',
        message: `API key ${quote(name)} moves from ${keyOf(from)} to ${keyOf(to)}`,
      },
    ];
  }
  return meaningOf(from) === meaningOf(to)
    ? []
    : [{ ...definitionDraft(name, [from, to], false, 'is changed'), values: [from, to] }];
}

function definitionDraft(name: string, about: readonly Json[], removed: boolean, words: string): Draft {
  return {
    kind: 'security-definition-changed',
    place: placeIn('openapi', pointerTo('securityDefinitions', name), removed),
    about: [name, removed, ...about],
    message: `Security definition ${quote(name)} ${words}`,
  };
}

/** Where the key of an `apiKey` definition is sent. Header names have no case. */
function locationOf(definition: Json | undefined): string | undefined {
  if (stringMember(definition, 'type') !== 'apiKey') return undefined;
  const place = keyOf(definition);
  return stringMember(definition, 'in') === 'header' ? place.toLowerCase() : place;
}

/** The same as its author wrote it. */
function keyOf(definition: Json | undefined): string {
  return `${stringMember(definition, 'in') ?? ''} ${quote(stringMember(definition, 'name') ?? '')}`;
}

/** Without the words for people. */
function meaningOf(definition: Json): string {
  const entries = entriesOf(definition).filter(([key]) => key !== 'description' && key !== 'name' && key !== 'in');
  return `${locationOf(definition) ?? ''} ${canonicalText(Object.fromEntries(entries))}`;
}
