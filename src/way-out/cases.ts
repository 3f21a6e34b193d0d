import type { Change } from '../domain/change.ts';
import type { JsonObject } from '../domain/json.ts';
import { operationsOf, type Operation } from '../domain/operation.ts';
import { matchOperations } from '../diff/match-operations.ts';

/**
 * How the breaking changes of one operation are gone round. `restore`: it was removed, and comes back deprecated. `deprecate`: it was
 * hidden, which its deprecation does too, but for those who use it. `keep-id`: it gets back the id it had. `new-version`: it stays as it
 * was, and what it became is a new version beside it.
 */
export type Way = 'restore' | 'deprecate' | 'keep-id' | 'new-version';

export interface Case {
  readonly way: Way;
  /** The id that flows know it by. */
  readonly id: string;
  readonly before: Operation;
  /** Undefined when it was removed. */
  readonly after: Operation | undefined;
  readonly breaking: readonly Change[];
}

/** The operations that something breaks between two OpenAPI 2.0 documents. `skip`: ids that nothing can be done for. */
export function casesOf(
  documents: { readonly before: JsonObject; readonly after: JsonObject },
  breaking: readonly Change[],
  skip: ReadonlySet<string>,
): Case[] {
  const [older, newer] = [operationsOf(documents.before), operationsOf(documents.after)];
  const { matched, removed, probable } = matchOperations(older, newer);
  const guessed = new Set<unknown>(probable);
  const pairs = [...matched, ...removed.map((before) => ({ before, after: undefined }))];
  const repeated = new Set([...repeatedIds(older), ...repeatedIds(newer)]);
  return pairs.flatMap((pair): Case[] => {
    const { before, after } = pair;
    const { id } = before;
    if (id === undefined || repeated.has(id) || skip.has(id)) return [];
    const own = breaking.filter((change) => isAbout(change, after ?? before));
    if (own.length === 0) return [];
    // One that only looks like another at another path is one of its own.
    const now = guessed.has(pair) ? undefined : after;
    return [{ way: wayOf(now, own), id, before, after: now, breaking: own }];
  });
}

function wayOf(after: Operation | undefined, breaking: readonly Change[]): Way {
  const kinds = new Set(breaking.map(({ kind }) => kind));
  if (after === undefined) return 'restore';
  if (kinds.size === 1 && kinds.has('operation-hidden')) return 'deprecate';
  return kinds.size === 1 && kinds.has('operation-id-renamed') ? 'keep-id' : 'new-version';
}

function isAbout({ operationId, operations = [], class: danger }: Change, { id, verb, path }: Operation): boolean {
  if (danger !== 'breaking') return false;
  const label = id ?? `${verb.toUpperCase()} ${path}`;
  return operationId === label || operations.includes(label);
}

/** Nobody can say which of two operations a flow calls. */
function repeatedIds(operations: readonly Operation[]): (string | undefined)[] {
  return [...Map.groupBy(operations, ({ id }) => id)].flatMap(([id, those]) => (those.length > 1 ? [id] : []));
}
