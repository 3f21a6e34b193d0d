import { arrayMember, entriesOf, isObject, member, objectMember, type Json, type JsonObject } from '../domain/json.ts';
import { pointerTo, valueAt } from '../domain/pointer.ts';
import { canonicalText } from '../diff/canonical-text.ts';
import { withMovedReferences, type Carried } from './components.ts';
import type { Definition, Place } from './definition.ts';
import { deprecatedOperation } from './deprecated-operation.ts';
import type { PathItems } from './path-items.ts';
import type { Solved } from './renew-operation.ts';
import { NOTIFICATION, VERB_KEYS } from './words.ts';

interface Work {
  readonly older: Definition;
  readonly newer: JsonObject;
  readonly carried: Carried;
  readonly items: PathItems;
}

/** What an operation needs of the older definition: its own text, and what stands at its path. */
export function neededBy({ case: { before } }: Solved, older: Definition): Json[] {
  const { pointer, path } = older.placeOf(before);
  return [valueAt(older.value, pointer) ?? null, Object.fromEntries(sharedAt(older, path))];
}

/** Puts an operation back where it was, as it was, and on its way out. Nothing is done where another one has its place. */
export function restoreOperation({ case: { before }, version }: Solved, work: Work): void {
  const { older, newer, carried, items } = work;
  const place = older.placeOf(before);
  if (items.verbsOf(place.path).includes(place.verb)) return;
  const former = valueAt(older.value, place.pointer);
  const own = isObject(former) ? withInherited(former, older.value, newer) : {};
  const operation = withMovedReferences(deprecatedOperation(own, version), carried.moved) as JsonObject;
  const shared = withMovedReferences(Object.fromEntries(sharedAt(older, place.path)), carried.moved) as JsonObject;
  const origin = { document: older.document, pointer: place.pointer };
  if (items.get(place.path) === undefined) {
    const order = entriesOf(member(older.value, 'paths')).map(([path]) => path);
    const item = { ...shared, [place.verb]: operation };
    items.add(place.path, item, order, { ...origin, pointer: pointerTo('paths', place.path) });
    return;
  }
  items.join(place.path, place.verb, operation, shared, origin);
  if (before.kind === 'trigger') items.setShared(place.path, NOTIFICATION, member(shared, NOTIFICATION));
}

function sharedAt(older: Definition, path: Place['path']): [string, Json][] {
  return entriesOf(valueAt(older.value, pointerTo('paths', path))).filter(([key]) => !VERB_KEYS.has(key));
}

/** What an operation took from the older document, and would take otherwise from the newer one. */
function withInherited(operation: JsonObject, older: JsonObject, newer: JsonObject): JsonObject {
  const own = ['consumes', 'produces', 'security'].flatMap((key): [string, Json][] => {
    const value = member(older, key);
    const isTaken = member(operation, key) === undefined && value !== undefined;
    if (!isTaken || canonicalText(value) === canonicalText(member(newer, key))) return [];
    return key === 'security' && !areDefined(value, older, newer) ? [] : [[key, value]];
  });
  return { ...operation, ...Object.fromEntries(own) };
}

/** Another way to sign in is not undone by asking for the old one. */
function areDefined(security: Json, older: JsonObject, newer: JsonObject): boolean {
  const definition = (document: JsonObject, name: string): string =>
    canonicalText(member(objectMember(document, 'securityDefinitions'), name));
  return (arrayMember({ security }, 'security') ?? []).every((one) =>
    entriesOf(one).every(([name]) => definition(older, name) === definition(newer, name)),
  );
}
