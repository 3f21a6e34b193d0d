import type { Change } from '../domain/change.ts';
import type { Connector } from '../domain/connector.ts';
import { deprecatedIds } from '../domain/deprecated-ids.ts';
import { operationsOf, type Operation } from '../domain/operation.ts';
import { CHANGE_KINDS } from './change-kinds.ts';
import { quote } from './wording.ts';

/** How long ago operations were deprecated. Days are `YYYY-MM-DD` in UTC. */
export interface Notice {
  readonly now: string;
  /** So many days after its deprecation an operation may be removed. */
  readonly days: number;
  /** By operation id, the day on which the deprecation came to where it counts. */
  readonly since: ReadonlyMap<string, string>;
}

/** Ids of removed operations that were deprecated in the older version: those whose day somebody has to look up. */
export function deprecatedRemovals(changes: readonly Change[], before: Connector): string[] {
  const deprecated = before.openapi === undefined ? new Set() : deprecatedIds(before.openapi.value);
  return changes.flatMap(({ kind, operationId }) =>
    kind === 'operation-removed' && operationId !== undefined && deprecated.has(operationId) ? [operationId] : [],
  );
}

/**
 * Judges the removal of operations by the time since their deprecation: when it was long enough, it is a warning under a kind of its own.
 * The fingerprint stays, so that an acknowledgement given before that day still names what is there.
 */
export function applyNotice(changes: readonly Change[], before: Connector, notice: Notice): Change[] {
  const dated = new Set(deprecatedRemovals(changes, before).filter((id) => notice.since.has(id)));
  if (dated.size === 0) return [...changes];
  const operations = before.openapi === undefined ? [] : operationsOf(before.openapi.value);
  return changes.map((change) => {
    const operation = isRemoval(change, dated) ? operations.find(({ id }) => id === change.operationId) : undefined;
    return operation === undefined ? change : judged(change, operation, notice);
  });
}

function isRemoval({ kind, operationId }: Change, ids: ReadonlySet<string>): boolean {
  return kind === 'operation-removed' && operationId !== undefined && ids.has(operationId);
}

function judged(change: Change, { id = '', kind }: Operation, { now, days, since }: Notice): Change {
  const day = since.get(id) ?? now;
  const passed = daysBetween(day, now);
  const subject = `${kind === 'trigger' ? 'Trigger' : 'Action'} ${quote(id)} is removed`;
  const after = `${passed} ${passed === 1 ? 'day' : 'days'} after its deprecation on ${day}`;
  if (passed < days) return { ...change, message: `${subject} ${after}, and ${days} are asked for` };
  const row = CHANGE_KINDS[AFTER_NOTICE];
  return { ...change, kind: AFTER_NOTICE, class: row.class, message: `${subject}, ${after}` };
}

const AFTER_NOTICE = 'operation-removed-after-notice';
const DAY_MS = 86_400_000;

/** 0 for a day that is not behind us yet. */
function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
