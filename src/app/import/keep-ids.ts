import { isArray, isObject, stringMember, type Json, type JsonObject } from '../../domain/json.ts';
import { withValue } from './apply-answers.ts';
import type { Draft } from './draft.ts';
import { withVerbs, writtenOperations } from './operation-values.ts';

/**
 * A draft whose operations are called as they are in a document that an earlier import made, where the source itself names them not: a
 * summary that was reworded must not give an operation another id, which would break every flow that has it.
 */
export function keepIds(draft: Draft, former: JsonObject): Draft {
  const { madeIds = [] } = draft;
  const renamed = renamedIds(draft.document.value, new Set(madeIds), former);
  if (renamed.size === 0) return draft;
  const value = withVerbs(draft.document.value, (operation) => {
    const id = renamed.get(stringMember(operation, 'operationId') ?? '');
    return id === undefined ? operation : { ...operation, operationId: id };
  });
  return { ...draft, document: withValue(draft.document, value), native: withIds(draft.native, renamed) };
}

/** From the id that the import would give now to the one that is there. */
function renamedIds(document: JsonObject, made: ReadonlySet<string>, former: JsonObject): Map<string, string> {
  const known = new Map(idsOf(former).map(([place, id]) => [place, id]));
  const now = idsOf(document);
  const taken = new Set(now.flatMap(([place, id]) => (made.has(id) && known.has(place) ? [] : [id.toLowerCase()])));
  const renamed = new Map<string, string>();
  for (const [place, id] of now) {
    const before = known.get(place);
    if (before === undefined || !made.has(id) || taken.has(before.toLowerCase())) continue;
    taken.add(before.toLowerCase());
    if (before !== id) renamed.set(id, before);
  }
  return renamed;
}

function idsOf(document: JsonObject): [place: string, id: string][] {
  return writtenOperations(document).flatMap(({ path, verb, value }): [string, string][] => {
    const id = stringMember(value, 'operationId');
    return id === undefined ? [] : [[`${verb} ${path}`, id]];
  });
}

/** Policies and custom code name operations in lists. */
function withIds(native: JsonObject, renamed: ReadonlyMap<string, string>): JsonObject {
  const visit = (value: Json, key: string): Json => {
    if (isArray(value)) return value.map((one) => (key === 'operations' ? named(one) : visit(one, '')));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, visit(inner, name)]));
  };
  const named = (one: Json): Json => (typeof one === 'string' ? (renamed.get(one) ?? one) : one);
  return visit(native, '') as JsonObject;
}
