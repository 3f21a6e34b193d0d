import { entriesOf, type Json } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { diffConnectionParameter, isRequired } from './connection-parameter.ts';
import { connectionDraft, type ConnectionParameter } from './connection-subject.ts';
import { placeIn, type Draft } from './draft.ts';
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
  const removed = [...older.keys()].filter((name) => !newer.has(name)).map((name) => removedDraft(maps, name));
  const rest = [...newer].flatMap(([name, after]) => {
    const before = older.get(name);
    return before === undefined
      ? [addedDraft(maps, name, after)]
      : diffConnectionParameter(contextOf(maps, name), before, after);
  });
  return [...removed, ...rest];
}

function contextOf({ set, pointer }: ParameterMaps, name: string): ConnectionParameter {
  const of = set === '' ? '' : ` of authentication choice ${quote(set)}`;
  return { name, set, pointer: child(pointer, name), subject: `Connection parameter ${quote(name)}${of}` };
}

function removedDraft(maps: ParameterMaps, name: string): Draft {
  const draft = connectionDraft(contextOf(maps, name), 'connection-parameter-removed', 'is removed', []);
  const pointer = child(maps.olderPointer ?? maps.pointer, name);
  return { ...draft, place: placeIn('properties', pointer, true) };
}

function addedDraft(maps: ParameterMaps, name: string, after: Json): Draft {
  const context = contextOf(maps, name);
  return isRequired(after)
    ? connectionDraft(context, 'required-connection-parameter-added', 'is added and required', [])
    : connectionDraft(context, 'optional-connection-parameter-added', 'is added', []);
}
