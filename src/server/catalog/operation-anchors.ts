import type { Operation } from '../../domain/operation.ts';

/** A name for each operation to link to: readable when its id is an ordinary one, and unique whatever the ids are. */
export function operationAnchors(operations: readonly Operation[]): ReadonlyMap<Operation, string> {
  const taken = new Set<string>();
  return new Map(
    operations.map((operation, index) => {
      const named = operation.id !== undefined && ORDINARY.test(operation.id) ? `operation-${operation.id}` : undefined;
      // An ordinary id starts with a letter, so that no number is ever one.
      const anchor = named === undefined || taken.has(named) ? `operation-${index + 1}` : named;
      taken.add(anchor);
      return [operation, anchor];
    }),
  );
}

const ORDINARY = /^[A-Za-z][\w-]{0,79}$/;
