import { isArray, isObject, member, type Json, type JsonObject } from '../../domain/json.ts';

/** Every id that something other than the operation itself names: dynamic calls, tests of the connection, notifications, replacements. */
export function operationsCalledIn(document: JsonObject): ReadonlySet<string> {
  const called = new Set<string>();
  const seen = new Set<Json>();
  const pending: Json[] = [document];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    const id = member(value, 'operationId');
    // Only an operation has responses.
    if (typeof id === 'string' && member(value, 'responses') === undefined) called.add(id);
    if (isArray(value)) for (const below of value) push(pending, below);
    else if (isObject(value)) for (const key in value) push(pending, value[key]);
  }
  return called;
}

function push(pending: Json[], value: Json | undefined): void {
  if (typeof value === 'object' && value !== null) pending.push(value);
}
