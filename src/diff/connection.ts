import { entriesOf, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { child, pointerTo, type Pointer } from '../domain/pointer.ts';
import { diffConnectionParameters } from './connection-parameters.ts';
import type { ChangeKindName } from './change-kinds.ts';
import { placeIn, type Draft } from './draft.ts';
import { sameJson } from './same-json.ts';
import { fromTo, quote } from './wording.ts';

/** Where the requests go, as the OpenAPI document says it. */
export function diffAddress(before: JsonObject, after: JsonObject): Draft[] {
  return [
    ...diffText('host-changed', 'Host', 'host', before, after),
    ...diffText('base-path-changed', 'Base path', 'basePath', before, after),
  ];
}

function diffText(
  kind: ChangeKindName,
  subject: string,
  keyword: string,
  before: JsonObject,
  after: JsonObject,
): Draft[] {
  const from = addressPart(before, keyword);
  const to = addressPart(after, keyword);
  if (from === to) return [];
  const pointer = member(after, keyword) === undefined ? '' : pointerTo(keyword);
  const [older, newer] = [stringMember(before, keyword), stringMember(after, keyword)];
  const message = `${subject} changes ${fromTo(older, newer)}`;
  return [{ kind, place: { part: 'openapi', pointer }, about: [from, to], values: [older, newer], message }];
}

/** Host names have no case; a base path of `/` is none. */
function addressPart(document: JsonObject, keyword: string): string | undefined {
  const text = stringMember(document, keyword);
  if (keyword === 'host') return text?.toLowerCase();
  return text === '/' || text === '' ? undefined : text?.replace(/\/$/, '');
}

/** What a maker fills in to connect: plain parameters, or a choice of several ways to authenticate. */
export function diffConnection(before: JsonObject, after: JsonObject): Draft[] {
  return [
    ...diffConnectionParameters({
      before: member(before, 'connectionParameters'),
      after: member(after, 'connectionParameters'),
      pointer: '/connectionParameters',
      set: '',
    }),
    ...diffParameterSets(before, after),
  ];
}

interface ParameterSet {
  readonly name: string;
  readonly value: Json;
  readonly pointer: Pointer;
}

function diffParameterSets(before: JsonObject, after: JsonObject): Draft[] {
  const older = setsOf(before);
  const newer = setsOf(after);
  if (older.length === 0 && newer.length > 0) return introduced(before, after);
  const both = newer.flatMap((set) => {
    const partner = older.find(({ name }) => name === set.name);
    return partner === undefined ? [] : [{ before: partner, after: set }];
  });
  return [
    ...older.filter((set) => !newer.some(({ name }) => name === set.name)).map((set) => setDraft(set, true)),
    ...both.flatMap((pair) => diffSet(pair.before, pair.after)),
    ...newer.filter((set) => !older.some(({ name }) => name === set.name)).map((set) => setDraft(set, false)),
  ];
}

/** Connections made before know no choice. They go on only when the plain parameters stay what they were. */
function introduced(before: JsonObject, after: JsonObject): Draft[] {
  const parameters = member(before, 'connectionParameters');
  const kept = sameJson(parameters ?? {}, member(after, 'connectionParameters') ?? {});
  if (kept) return setsOf(after).map((set) => setDraft(set, false));
  return [
    {
      kind: 'connection-parameter-sets-introduced',
      place: { part: 'properties', pointer: '/connectionParameterSets' },
      about: setsOf(after).map(({ name }) => name),
      message: 'The connection asks for a choice of authentication now, in place of its parameters',
    },
  ];
}

function setsOf(properties: JsonObject): ParameterSet[] {
  const values = member(member(properties, 'connectionParameterSets'), 'values');
  return (Array.isArray(values) ? values : []).flatMap((value: Json, index) => {
    const name = stringMember(value, 'name');
    return name === undefined ? [] : [{ name, value, pointer: pointerTo('connectionParameterSets', 'values', index) }];
  });
}

function setDraft({ name, pointer }: ParameterSet, removed: boolean): Draft {
  return {
    kind: removed ? 'connection-parameter-set-removed' : 'connection-parameter-set-added',
    place: placeIn('properties', pointer, removed),
    about: [name],
    message: `Authentication choice ${quote(name)} is ${removed ? 'removed' : 'added'}`,
  };
}

function diffSet(before: ParameterSet, after: ParameterSet): Draft[] {
  const texts = entriesOf(member(after.value, 'uiDefinition')).flatMap(([key, to]): Draft[] => {
    const from = member(member(before.value, 'uiDefinition'), key);
    if (sameJson(from, to)) return [];
    const message = `Authentication choice ${quote(after.name)} has another ${quote(key)}`;
    const pointer = child(after.pointer, 'uiDefinition', key);
    const place = { part: 'properties', pointer } as const;
    return [
      {
        kind: 'connection-parameter-text-changed',
        place,
        about: [after.name, key, from, to],
        values: [from, to],
        message,
      },
    ];
  });
  const parameters = diffConnectionParameters({
    before: member(before.value, 'parameters'),
    after: member(after.value, 'parameters'),
    pointer: child(after.pointer, 'parameters'),
    olderPointer: child(before.pointer, 'parameters'),
    set: after.name,
  });
  return [...texts, ...parameters];
}
