import type { Json, JsonObject } from '../domain/json.ts';
import type { Case } from './cases.ts';
import { carry } from './components.ts';
import { withComponents } from './add-components.ts';
import type { Definition } from './definition.ts';
import { callsIn, withRenamedCalls } from './dynamic-references.ts';
import type { Origin, Origins } from './origin.ts';
import { PathItems } from './path-items.ts';
import { neededBy, restoreOperation } from './restore-operation.ts';
import { renewOperation, type Solved } from './renew-operation.ts';
import { VersionNames } from './version-names.ts';

export interface DesiredDefinition {
  readonly value: JsonObject;
  readonly origins: Origins;
  readonly solved: readonly Solved[];
}

/** The newer definition with a way round each case: what it was for those who use it, and what it became beside that. */
export function desiredDefinition(older: Definition, newer: Definition, cases: readonly Case[]): DesiredDefinition {
  const names = new VersionNames(older.value, newer.value);
  const items = new PathItems(newer.value);
  const former = cases.filter(isRestored).map(({ before }) => older.placeOf(before));
  const solved = cases.map((one) => renewOperation(one, { newer, names, items, former }));

  // What calls an operation that has another id now, unless it called it just so before.
  const renewed = withPaths(newer.value, items.value());
  const called = withRenamedCalls(renewed, renamedIn(solved), callsIn(older.value)) as JsonObject;

  const settled = new PathItems(called, items);
  const restored = solved.filter((one) => isRestored(one.case));
  const carried = carry(
    older.value,
    called,
    restored.flatMap((one) => neededBy(one, older)),
  );
  for (const one of restored) restoreOperation(one, { older, newer: called, carried, items: settled });

  const origins = new Map<string, Origin>(settled.origins);
  for (const [target, source] of carried.added) origins.set(target, { document: older.document, pointer: source });
  return { value: withComponents(withPaths(called, settled.value()), older.value, carried), origins, solved };
}

function isRestored({ way }: Case): boolean {
  return way === 'restore' || way === 'new-version';
}

function withPaths(document: JsonObject, paths: Json): JsonObject {
  return { ...document, paths };
}

/** Former ids in the newer definition, and what they are called instead. */
function renamedIn(solved: readonly Solved[]): ReadonlyMap<string, string> {
  return new Map(
    solved.flatMap(({ case: { id, after, way }, version }): [string, string][] => {
      if (after?.id === undefined) return [];
      if (version !== undefined) return [[after.id, version.id]];
      return way === 'keep-id' ? [[after.id, id]] : [];
    }),
  );
}
