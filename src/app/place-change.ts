import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import type { FilePlace } from '../domain/finding.ts';
import { isArray, member, stringMember, type Json, type JsonObject } from '../domain/json.ts';
import { operationsOf } from '../domain/operation.ts';
import { child, pointerTo, tokensOf, valueAt, type Pointer } from '../domain/pointer.ts';

/** Two versions of a connector; one is missing when it is new or gone. */
export interface ComparedPair {
  readonly before?: Connector | undefined;
  readonly after?: Connector | undefined;
}

/** Says where in the files of the newer version each change is; for what is gone, where the nearest of what held it is now. */
export function placedChanges({ before, after }: ComparedPair, changes: readonly Change[]): readonly Change[] {
  const surviving = new Map<Change['part'], (pointer: Pointer) => Pointer>();
  const survivorOf = (part: 'openapi' | 'properties'): ((pointer: Pointer) => Pointer) => {
    const known = surviving.get(part) ?? survivorIn(before?.[part]?.value ?? {}, after?.[part]?.value ?? {});
    surviving.set(part, known);
    return known;
  };
  return changes.map((change) => {
    const { part, pointer, removed } = change;
    if (part !== 'openapi' && part !== 'properties') return { ...change, at: fileOf(change, before, after) };
    const tree = after?.[part];
    if (tree === undefined) return { ...change, at: fileOf(change, before, after) };
    return { ...change, at: tree.placeOf(removed ? survivorOf(part)(pointer) : pointer) };
  });
}

function fileOf({ part }: Change, before: Connector | undefined, after: Connector | undefined): FilePlace {
  if (after === undefined) return { file: parentOf(before?.folder ?? '.') };
  if (part === 'icon' || part === 'script' || part === 'readme') return { file: after[part]?.file ?? after.folder };
  return { file: (after.manifestPart ?? after.openapi ?? after.properties)?.file ?? after.folder };
}

function parentOf(folder: string): string {
  return folder.split('/').slice(0, -1).join('/') || '.';
}

/** From a pointer into an older document to the nearest place above it that the newer one still has, also where its operation has moved. */
function survivorIn(older: JsonObject, newer: JsonObject): (pointer: Pointer) => Pointer {
  let pointers: ReadonlyMap<string, Pointer> | undefined;
  return (pointer) => {
    const [section = '', path = '', verb = '', ...rest] = tokensOf(pointer);
    const operation = section === 'paths' ? valueAt(older, pointerTo(section, path, verb)) : undefined;
    const id = stringMember(operation, 'operationId');
    if (id === undefined) return nearest(newer, pointer);
    pointers ??= new Map(operationsOf(newer).map((one) => [one.id ?? '', one.pointer]));
    return nearest(newer, child(pointers.get(id) ?? pointerTo(section, path, verb), ...rest));
  };
}

/** What stands at an index of a list is not what stood there: the list is as near as it gets. */
function nearest(document: JsonObject, pointer: Pointer): Pointer {
  let value: Json | undefined = document;
  let reached: Pointer = '';
  for (const token of tokensOf(pointer)) {
    value = isArray(value) ? undefined : member(value, token);
    if (value === undefined) return reached;
    reached = child(reached, token);
  }
  return reached;
}
