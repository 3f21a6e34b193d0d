import type { Json } from '../domain/json.ts';
import type { Pointer } from '../domain/pointer.ts';
import type { ChangeKindName } from './change-kinds.ts';
import type { Draft } from './draft.ts';

/** One connection parameter, and how to say something of it. */
export interface ConnectionParameter {
  readonly name: string;
  readonly set: string;
  readonly pointer: Pointer;
  readonly subject: string;
}

/** A draft about one connection parameter; `tail` is where below it. */
export function connectionDraft(
  context: ConnectionParameter,
  kind: ChangeKindName,
  words: string,
  about: readonly (Json | undefined)[],
  tail: Pointer = '',
): Draft {
  return {
    kind,
    place: { part: 'properties', pointer: context.pointer + tail },
    about: [context.set, context.name, ...about],
    message: `${context.subject} ${words}`,
  };
}
