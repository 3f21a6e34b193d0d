import { isArray, isObject, type Json, type JsonObject } from '../domain/json.ts';
import { child, type Pointer } from '../domain/pointer.ts';
import { followMoves } from './reimport-moves.ts';
import { hashOf, isAsImported, type ImportedParts, type ImportSnapshot } from './reimport-snapshot.ts';
import { fromMembers, membersOf, placeOfMembers, type Members } from './reimport-tree.ts';

/** A place that both sides changed: what the author wrote stays. */
export interface ReimportConflict {
  readonly part: 'openapi' | 'native';
  /** Into the merged document. */
  readonly pointer: Pointer;
  readonly message: string;
  /** What stays; undefined for what its author removed. */
  readonly yours: Json | undefined;
  /** What the source has; undefined for what it does not have any more. */
  readonly source: Json | undefined;
}

export interface Reimported extends ImportedParts {
  readonly conflicts: readonly ReimportConflict[];
  /** Paths of operations that the source has moved: from the path that the author's document has to the merged one's. */
  readonly moves: ReadonlyMap<string, string>;
}

/**
 * A new import of a source that was imported before, laid over what its author has made of it since. What the author changed stays,
 * what only the source changed comes in, and where both did the author's side stays and a conflict says so. The order is the author's.
 */
export function mergeReimport(previous: ImportSnapshot, edited: ImportedParts, imported: ImportedParts): Reimported {
  const moved = followMoves(previous.openapi, edited.openapi, imported.openapi);
  const openapi = mergePart('openapi', moved.before, moved.mine, imported.openapi);
  const native = mergePart('native', previous.native, edited.native, imported.native);
  return {
    openapi: openapi.merged,
    native: native.merged,
    conflicts: [...openapi.conflicts, ...native.conflicts],
    moves: moved.moves,
  };
}

interface MergedPart {
  readonly merged: JsonObject;
  readonly conflicts: readonly ReimportConflict[];
}

function mergePart(part: 'openapi' | 'native', before: Json, mine: JsonObject, theirs: JsonObject): MergedPart {
  const conflicts: ReimportConflict[] = [];
  const value = new Merge(part, conflicts).values('', before, mine, theirs);
  const merged = isObject(value) ? value : mine;
  return { merged, conflicts: conflicts.map((one) => ({ ...one, pointer: placeOfMembers(merged, one.pointer) })) };
}

class Merge {
  readonly #part: 'openapi' | 'native';
  readonly #conflicts: ReimportConflict[];

  constructor(part: 'openapi' | 'native', conflicts: ReimportConflict[]) {
    this.#part = part;
    this.#conflicts = conflicts;
  }

  /** Of a place that both sides have. */
  values(at: Pointer, before: Json | undefined, mine: Json, theirs: Json): Json {
    const [own, other] = [membersOf(mine), membersOf(theirs)];
    const areAlike = own !== undefined && other !== undefined && isArray(mine) === isArray(theirs);
    if (areAlike && isObject(before)) return fromMembers(this.#members(at, before, own, other), isArray(mine));
    if (hashOf(mine) === hashOf(theirs) || isAsImported(theirs, before)) return mine;
    if (isAsImported(mine, before)) return theirs;
    // What a large snapshot knows as one value may still differ in a few places only.
    if (areAlike) return fromMembers(this.#members(at, {}, own, other), isArray(mine));
    this.#conflict(at, 'The source has another value here now, and yours was edited by hand', mine, theirs);
    return mine;
  }

  #members(at: Pointer, before: JsonObject, own: Members, other: Members): Members {
    const merged = new Map<string, Json>();
    for (const [key, mine] of own) {
      const place = child(at, key);
      const theirs = other.get(key);
      const known = Object.hasOwn(before, key) ? before[key] : undefined;
      if (theirs !== undefined) merged.set(key, this.values(place, known, mine, theirs));
      else if (known === undefined) merged.set(key, mine);
      else if (!isAsImported(mine, known)) {
        merged.set(key, mine);
        this.#conflict(place, 'The source does not have this any more, and yours was edited by hand', mine, undefined);
      }
    }
    return this.#withNew(at, before, merged, own, other);
  }

  /** What only the source has goes behind what it stands behind there. */
  #withNew(at: Pointer, before: JsonObject, merged: Map<string, Json>, own: Members, other: Members): Members {
    const keys = [...merged.keys()];
    let behind = -1;
    for (const [key, theirs] of other) {
      const index = keys.indexOf(key);
      if (index >= 0) behind = index;
      if (own.has(key)) continue;
      if (Object.hasOwn(before, key)) {
        if (!isAsImported(theirs, before[key])) {
          const message = `The source has changed "${key}" here, and it was removed by hand`;
          this.#conflict(child(at, key), message, undefined, theirs);
        }
        continue;
      }
      merged.set(key, theirs);
      behind += 1;
      keys.splice(behind, 0, key);
    }
    return new Map(keys.map((key) => [key, merged.get(key) ?? null]));
  }

  #conflict(pointer: Pointer, message: string, yours: Json | undefined, source: Json | undefined): void {
    this.#conflicts.push({ part: this.#part, pointer, message, yours, source });
  }
}
