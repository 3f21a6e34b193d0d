import { isObject, member, objectMember, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { VERBS } from '../domain/operation.ts';
import { hashOf } from './reimport-snapshot.ts';

/** The two older sides of a merge, with operations under the paths that the source has now. */
export interface Moved {
  readonly before: Json;
  readonly mine: JsonObject;
  /** What was renamed in `mine`, from and to. */
  readonly moves: ReadonlyMap<string, string>;
}

/**
 * An operation whose path alone changed in the source is the same operation, known by its id: what its author edited moves along
 * instead of staying behind as a second one.
 */
export function followMoves(before: Json, mine: JsonObject, theirs: JsonObject): Moved {
  const targets = movesOf(before, theirs);
  if (targets.size === 0) return { before, mine, moves: targets };
  const renamed = (document: JsonObject): JsonObject => {
    const paths = objectMember(document, 'paths');
    if (paths === undefined) return document;
    const moved = Object.entries(paths).map(([path, entry]): [string, Json] => [targets.get(path) ?? path, entry]);
    const isClear = new Set(moved.map(([path]) => path)).size === moved.length;
    return isClear ? { ...document, paths: Object.fromEntries(moved) } : document;
  };
  const own = renamed(mine);
  return { before: isObject(before) ? renamed(before) : before, mine: own, moves: own === mine ? new Map() : targets };
}

/** From each path that the source no longer has to the new one that all its operations are at. */
function movesOf(before: Json, theirs: JsonObject): ReadonlyMap<string, string> {
  const old = objectMember(before, 'paths') ?? {};
  const now = objectMember(theirs, 'paths') ?? {};
  const pathById = new Map(
    Object.entries(now).flatMap(([path, entry]) =>
      Object.hasOwn(old, path) ? [] : idsOf(entry).map((id) => [hashOf(id), path] as const),
    ),
  );
  const moves = Object.entries(old).flatMap(([path, entry]): [string, string][] => {
    const found = new Set(idsOf(entry).map((id) => pathById.get(id)));
    const [target] = found;
    return Object.hasOwn(now, path) || target === undefined || found.size > 1 ? [] : [[path, target]];
  });
  return new Set(moves.map(([, target]) => target)).size === moves.length ? new Map(moves) : new Map();
}

/** The ids of the operations at one path; in a snapshot their hashes. */
function idsOf(entry: Json): string[] {
  return VERBS.flatMap((verb) => stringMember(member(entry, verb), 'operationId') ?? []);
}
