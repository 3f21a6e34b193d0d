import { isArray, isObject, stringMember, type Json } from '../domain/json.ts';
import { child, tokensOf, type Pointer } from '../domain/pointer.ts';

/** The members of an object, or the elements of a list by what each is about, in their order. */
export type Members = ReadonlyMap<string, Json>;

// What tells the elements of a list apart: parameters, tags, policies, entries of the connector's metadata.
const IDENTITIES: readonly (readonly string[])[] = [['in', 'name'], ['template', 'title'], ['propertyName'], ['name']];

/** What can be merged member by member: an object, a list of texts, a list of objects that name themselves. Undefined for the rest. */
export function membersOf(value: Json | undefined): Members | undefined {
  if (isObject(value)) return new Map(Object.entries(value));
  if (!isArray(value)) return undefined;
  const named = value.map((element) => [identityOf(element), element] as const);
  const members = new Map(named.flatMap(([key, element]) => (key === undefined ? [] : [[key, element] as const])));
  return members.size === value.length ? members : undefined;
}

function identityOf(element: Json): string | undefined {
  if (typeof element === 'string') return `text ${element}`;
  if (!isObject(element)) return undefined;
  const keys = IDENTITIES.find((names) => names.every((name) => stringMember(element, name) !== undefined));
  return keys === undefined ? undefined : `named ${JSON.stringify(keys.map((name) => element[name] ?? ''))}`;
}

/** The value that members were taken from, with others in their place. */
export function fromMembers(members: Members, isList: boolean): Json {
  return isList ? [...members.values()] : Object.fromEntries(members);
}

/** The pointer of a place that is known by its members: list elements by their numbers. Where there is none any more, what held it. */
export function placeOfMembers(document: Json, place: Pointer): Pointer {
  let value: Json | undefined = document;
  let pointer = '';
  for (const key of tokensOf(place)) {
    const keys: string[] = [...(membersOf(value)?.keys() ?? [])];
    const index = keys.indexOf(key);
    if (index < 0) break;
    pointer = child(pointer, isArray(value) ? index : key);
    value = membersOf(value)?.get(key);
  }
  return pointer;
}
