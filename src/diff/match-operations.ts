import type { Operation } from '../domain/operation.ts';
import { matchBy, type Matches } from './match.ts';

/** By operation id, as the products do; what is left by verb and shape of the path, which shows a renamed id. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): Matches<Operation> {
  return matchBy(before, after, [
    // An id that is used twice must not pair the wrong two.
    ({ id, verb, path }) => (id === undefined ? undefined : `${id} ${verb} ${path}`),
    ({ id }) => id,
    ({ verb, path }) => `${verb} ${path}`,
    ({ verb, path }) => `${verb} ${shapeOf(path)}`,
  ]);
}

/** A path without the names of its placeholders: `/pets/{id}` and `/pets/{petId}` lead to the same place. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}
