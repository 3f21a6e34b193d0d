import { member, objectMember, type Json, type JsonObject } from '../domain/json.ts';
import { pointerTo, valueAt } from '../domain/pointer.ts';
import type { Case } from './cases.ts';
import { collide } from './collide.ts';
import type { Definition, Place } from './definition.ts';
import { deprecatedOperation } from './deprecated-operation.ts';
import type { PathItems } from './path-items.ts';
import type { NextVersion, VersionNames } from './version-names.ts';
import { ANNOTATION, VISIBILITY } from './words.ts';

/** What became of one case in the definition. */
export interface Solved {
  readonly case: Case;
  readonly version?: NextVersion;
  /** Where the new version is. */
  readonly path?: string;
  /** Set when the service has no such path: where calls of the new version really go. */
  readonly routedTo?: string;
}

interface Work {
  readonly newer: Definition;
  readonly names: VersionNames;
  readonly items: PathItems;
  /** Where operations are going to be as they were. */
  readonly former: readonly Pick<Place, 'path' | 'verb'>[];
}

/** Writes what an operation became in the newer definition under another name, at another path, or under the name it had. */
export function renewOperation(one: Case, work: Work): Solved {
  const { newer, names, items } = work;
  const { way, id, before, after } = one;
  if (after === undefined) return { case: one };
  const place = newer.placeOf(after);
  const value = (valueAt(newer.value, place.pointer) ?? {}) as JsonObject;
  if (way === 'keep-id') items.replace(place.path, place.verb, { ...value, operationId: id });
  if (way === 'deprecate') {
    items.replace(place.path, place.verb, deprecatedOperation(withVisibility(value, before.value)));
  }
  if (way !== 'new-version') return { case: one };
  const version = names.next(before);
  items.replace(place.path, place.verb, asVersion(value, version));
  return { case: one, version, ...moved(place, version, work) };
}

function asVersion(operation: JsonObject, { id, family, revision }: NextVersion): JsonObject {
  const annotation = { ...objectMember(operation, ANNOTATION), family, revision, status: 'Preview' };
  return { ...operation, operationId: id, [ANNOTATION]: annotation };
}

/** A new version cannot be where an old one has to stay. */
function moved(
  place: Place,
  version: NextVersion,
  { newer, names, items, former }: Work,
): Pick<Solved, 'path' | 'routedTo'> {
  const isTaken = former.some(({ verb, path }) => verb === place.verb && collide(path, place.path));
  if (!isTaken) return { path: place.path };
  const path = names.path(place.path, version.revision);
  items.move(place, path, { document: newer.document, pointer: pointerTo('paths', place.path) });
  return { path, routedTo: place.path };
}

function withVisibility(operation: JsonObject, former: JsonObject): JsonObject {
  const entries = Object.entries(operation).filter(([key]) => key !== VISIBILITY);
  const visibility: Json | undefined = member(former, VISIBILITY);
  return Object.fromEntries(visibility === undefined ? entries : [...entries, [VISIBILITY, visibility]]);
}
