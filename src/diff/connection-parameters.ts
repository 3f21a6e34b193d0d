import { entriesOf, member, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { canonicalText } from './canonical-text.ts';
import { diffConnectionParameter, isRequired } from './connection-parameter.ts';
import { connectionDraft, type ConnectionParameter } from './connection-subject.ts';
import { placeIn, type Draft } from './draft.ts';
import { isReordered } from './is-reordered.ts';
import { probableRenames, type Nameable } from './probable-renames.ts';
import { quote } from './wording.ts';

export interface ParameterMaps {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly pointer: Pointer;
  /** Where the older map is, when not at `pointer`. */
  readonly olderPointer?: Pointer;
  /** The name of the authentication choice they belong to; empty for plain ones. */
  readonly set: string;
}

/** Two maps of connection parameters, by name. */
export function diffConnectionParameters(maps: ParameterMaps): Draft[] {
  const older = new Map(entriesOf(maps.before));
  const newer = new Map(entriesOf(maps.after));
  const renamed = renamesOf(
    [...older].filter(([name]) => !newer.has(name)),
    [...newer].filter(([name]) => !older.has(name)),
  );
  const gone = new Set(renamed.values());
  const removed = [...older.keys()].filter((name) => !newer.has(name) && !gone.has(name));
  const rest = [...newer].flatMap(([name, after]) => {
    const former = renamed.get(name);
    const before = older.get(former ?? name);
    if (before === undefined) return [addedDraft(maps, name, after)];
    const changes = diffConnectionParameter(contextOf(maps, name), before, after);
    return former === undefined ? changes : [renamedDraft(maps, name, former), ...changes];
  });
  return [
    ...removed.map((name) => removedDraft(maps, name)),
    ...rest,
    ...(isReordered(older.keys(), newer.keys()) ? [orderDraft(maps)] : []),
  ];
}

/** Probable ones: newer name to older name. */
function renamesOf(removed: readonly Entry[], added: readonly Entry[]): ReadonlyMap<string, string> {
  const pairs = probableRenames(removed.map(nameableParameter), added.map(nameableParameter));
  return new Map(pairs.map(({ before, after }) => [after.name, before.name]));
}

type Entry = readonly [name: string, parameter: Json];

function nameableParameter([name, parameter]: Entry): Nameable {
  const shownAs = member(parameter, 'uiDefinition');
  return {
    name,
    shape: canonicalText([member(parameter, 'type') ?? null, isRequired(parameter)]),
    rich: false,
    texts: ['description', 'displayName'].map((key) => member(shownAs, key)),
  };
}

function contextOf({ set, pointer }: ParameterMaps, name: string): ConnectionParameter {
  return { name, set, pointer: child(pointer, name), subject: `Connection parameter ${quote(name)}${ofSet(set)}` };
}

function ofSet(set: string): string {
  return set === '' ? '' : ` of authentication choice ${quote(set)}`;
}

function removedDraft(maps: ParameterMaps, name: string): Draft {
  const draft = connectionDraft(contextOf(maps, name), 'connection-parameter-removed', 'is removed', []);
  const pointer = child(maps.olderPointer ?? maps.pointer, name);
  return { ...draft, place: placeIn('properties', pointer, true) };
}

function renamedDraft(maps: ParameterMaps, name: string, former: string): Draft {
  const words = `is probably ${quote(former)} under another name`;
  const draft = connectionDraft(contextOf(maps, name), 'connection-parameter-renamed', words, [former]);
  return { ...draft, values: [former, name], probable: true };
}

/** Makers see them in the author's order. */
function orderDraft({ pointer, set, before, after }: ParameterMaps): Draft {
  const [older, newer] = [before, after].map((map) => entriesOf(map).map(([name]) => name));
  return {
    kind: 'display-order-changed',
    place: { part: 'properties', pointer },
    about: ['connection', set, older, newer],
    values: [older, newer],
    message: `Connection parameters${ofSet(set)} are shown in another order`,
  };
}

function addedDraft(maps: ParameterMaps, name: string, after: Json): Draft {
  const context = contextOf(maps, name);
  return isRequired(after)
    ? connectionDraft(context, 'required-connection-parameter-added', 'is added and required', [])
    : connectionDraft(context, 'optional-connection-parameter-added', 'is added', []);
}
