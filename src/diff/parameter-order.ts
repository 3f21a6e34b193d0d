import type { Operation, Parameter } from '../domain/operation.ts';
import { child, parentOf, type Pointer } from '../domain/pointer.ts';
import type { Draft, OperationName } from './draft.ts';
import { isReordered } from './is-reordered.ts';
import type { Match } from './match.ts';
import { isShown } from './node-aspects.ts';
import { quoteList } from './wording.ts';

/**
 * Whether parameters that both versions have come in another order. Only within a list: moving one between an operation and its path says
 * nothing. Power Apps gives required ones by position; of all others only the display changes.
 */
export function diffParameterOrder(
  operation: OperationName,
  { after }: Match<Operation>,
  pairs: readonly Match<Parameter>[],
): Draft[] {
  // Nearly always every one of them stands where it stood.
  if (pairs.length < 2 || pairs.every((pair) => pair.before.pointer === pair.after.pointer)) return [];
  const lists = Map.groupBy(
    pairs.filter((pair) => listOf(pair.before) === listOf(pair.after) && isShown(pair.after.value)),
    ({ after: parameter }) => listOf(parameter),
  );
  return [...lists].flatMap(([list, inList]) => diffList(operation, after, list, inList));
}

/** A list in the operation, or at its path: `/paths/~1a/get/parameters/0` or `/paths/~1a/parameters/0`. */
function listOf({ pointer }: Parameter): 'own' | 'shared' {
  return pointer.split('/').length > 5 ? 'own' : 'shared';
}

function diffList(
  operation: OperationName,
  after: Operation,
  list: 'own' | 'shared',
  pairs: readonly Match<Parameter>[],
): Draft[] {
  const required = pairs.filter((pair) => pair.before.required && pair.after.required && isShown(pair.before.value));
  const [older, newer] = namesOf(required);
  const pointer = child(list === 'own' ? after.pointer : parentOf(after.pointer), 'parameters');
  // Power Apps has no triggers.
  if (!operation.trigger && isReordered(older, newer)) return [requiredDraft(operation, pointer, older, newer)];
  return isReordered(...namesOf(pairs)) ? [displayDraft(operation, pointer, pairs)] : [];
}

/** Names in the older and in the newer order; each pair goes by its newer name. */
function namesOf(pairs: readonly Match<Parameter>[]): [older: string[], newer: string[]] {
  const sorted = (side: 'before' | 'after'): string[] =>
    pairs
      .toSorted((one, two) => placeOf(one[side].pointer) - placeOf(two[side].pointer))
      .map((pair) => pair.after.name);
  return [sorted('before'), sorted('after')];
}

function placeOf(pointer: Pointer): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1));
}

function requiredDraft(operation: OperationName, pointer: Pointer, older: string[], newer: string[]): Draft {
  return {
    kind: 'required-parameter-order-changed',
    operation,
    place: { part: 'openapi', pointer },
    about: [older, newer],
    shared: [older, newer],
    values: [older, newer],
    message: (operations) =>
      `Required parameters of ${operations} come in the order ${quoteList(newer)}, not ${quoteList(older)}`,
  };
}

function displayDraft(operation: OperationName, pointer: Pointer, pairs: readonly Match<Parameter>[]): Draft {
  const [older, newer] = namesOf(pairs);
  return {
    kind: 'display-order-changed',
    operation,
    place: { part: 'openapi', pointer },
    about: ['parameters', older, newer],
    shared: [older, newer],
    values: [older, newer],
    message: (operations) => `Parameters of ${operations} are shown in another order`,
  };
}
