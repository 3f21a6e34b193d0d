import { entriesOf } from '../domain/json.ts';
import type { Operation } from '../domain/operation.ts';
import { canonicalText } from './canonical-text.ts';
import { matchBy, onlyPairs, type Match, type Matches } from './match.ts';

export interface OperationMatches extends Matches<Operation> {
  /** Those that only look like one operation: another id at another path, and otherwise the same. */
  readonly probable: readonly Match<Operation>[];
}

/** By operation id, as the products do; what is left by verb and shape of the path, which shows a renamed id; then by all else that it says. */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): OperationMatches {
  const { matched, removed, added } = matchBy(before, after, [
    // An id that is used twice must not pair the wrong two.
    ({ id, verb, path }) => (id === undefined ? undefined : `${id} ${verb} ${path}`),
    ({ id }) => id,
    ({ verb, path }) => `${verb} ${path}`,
    ({ verb, path }) => `${verb} ${shapeOf(path)}`,
  ]);
  const probable = onlyPairs(removed, added, contentOf);
  const taken = new Set(probable.flatMap((pair) => [pair.before, pair.after]));
  return {
    matched: [...matched, ...probable],
    probable,
    removed: removed.filter((operation) => !taken.has(operation)),
    added: added.filter((operation) => !taken.has(operation)),
  };
}

/** A path without the names of its placeholders: `/pets/{id}` and `/pets/{petId}` lead to the same place. */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

/** Operations with less text than this are alike by chance. */
const SHORTEST_CONTENT = 120;

function contentOf({ verb, value, pathItem }: Operation): string | undefined {
  const own = entriesOf(value).filter(([key]) => key !== 'operationId' && key !== 'tags');
  const text = canonicalText([verb, Object.fromEntries(own), pathItem['parameters'] ?? null]);
  return text.length < SHORTEST_CONTENT ? undefined : text;
}
