import type { ReportedChange } from './diff-report.ts';
import { CLASSES } from './diff-words.ts';

/** The changes of one connector. */
export interface ConnectorChanges {
  readonly connector: string;
  readonly changes: readonly ReportedChange[];
  readonly groups: readonly ChangeGroup[];
}

/** Changes that belong together: of one operation, of what several share, or of the connector itself. */
export interface ChangeGroup {
  readonly about: 'connector' | 'shared' | 'operation';
  /** The operation's id; empty for the others. */
  readonly operationId: string;
  readonly changes: readonly ReportedChange[];
}

/**
 * Changes by connector, and there by what they are about, as a person reads them: what holds the most dangerous change first, then the
 * connector itself, what several operations share, and each operation by its name.
 */
export function groupChanges(changes: readonly ReportedChange[]): ConnectorChanges[] {
  return [...Map.groupBy(changes.toSorted(byDanger), (change) => change.connector)]
    .map(([connector, list]): ConnectorChanges => ({ connector, changes: list, groups: groupsOf(list) }))
    .sort((one, two) => rankOf(one.changes) - rankOf(two.changes) || compare(one.connector, two.connector));
}

const ABOUT: readonly ChangeGroup['about'][] = ['connector', 'shared', 'operation'];

function groupsOf(changes: readonly ReportedChange[]): ChangeGroup[] {
  return [...Map.groupBy(changes, keyOf).values()]
    .map((list): ChangeGroup => {
      const [first] = list;
      return { about: first === undefined ? 'connector' : aboutOf(first), operationId: nameOf(first), changes: list };
    })
    .sort(
      (one, two) =>
        rankOf(one.changes) - rankOf(two.changes) ||
        ABOUT.indexOf(one.about) - ABOUT.indexOf(two.about) ||
        compare(one.operationId, two.operationId),
    );
}

function aboutOf({ operations, operationId }: ReportedChange): ChangeGroup['about'] {
  return operations !== undefined ? 'shared' : operationId === undefined ? 'connector' : 'operation';
}

function nameOf(change: ReportedChange | undefined): string {
  return change?.operations === undefined ? (change?.operationId ?? '') : '';
}

function keyOf(change: ReportedChange): string {
  return `${aboutOf(change)} ${nameOf(change)}`;
}

/** What is acknowledged is told after what is not. */
function byDanger(one: ReportedChange, two: ReportedChange): number {
  return CLASSES.indexOf(one.class) - CLASSES.indexOf(two.class) || order(one) - order(two);
}

function order({ acknowledged }: ReportedChange): number {
  return acknowledged === true ? 1 : 0;
}

/** Of the first, which is the most dangerous. */
function rankOf([first]: readonly ReportedChange[]): number {
  return first === undefined ? CLASSES.length : CLASSES.indexOf(first.class);
}

function compare(one: string, two: string): number {
  return one === two ? 0 : one < two ? -1 : 1;
}
