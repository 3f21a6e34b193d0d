import type { Change, ChangeClass, Product } from '../domain/change.ts';
import type { Position } from '../domain/span.ts';
import type { Locate } from './validate-report.ts';

/** What `connectors diff --format json` prints: versioned, only ever added to. */
export interface DiffReport {
  readonly version: 1;
  readonly connectors: number;
  readonly counts: Readonly<Record<ChangeClass, number>>;
  /** The official label of the update. */
  readonly update: 'major' | 'minor' | 'none';
  readonly semver: 'major' | 'minor' | 'patch' | 'none';
  readonly changes: readonly ReportedChange[];
}

export interface ReportedChange {
  readonly kind: string;
  readonly class: ChangeClass;
  readonly effect?: string;
  readonly connector: string;
  readonly operationId?: string;
  readonly pointer: string;
  readonly message: string;
  readonly products: readonly Product[];
  readonly fingerprint: string;
  readonly acknowledged?: boolean;
  readonly file?: string;
  readonly start?: Position;
}

const CLASSES: readonly ChangeClass[] = ['forbidden', 'breaking', 'warning', 'safe'];

/** Counts and sorts: most dangerous first, then by connector, operation and place. */
export function diffReport(
  changes: readonly Change[],
  connectors: number,
  label: Pick<DiffReport, 'update' | 'semver'>,
  locate: Locate,
): DiffReport {
  const reported = changes.map((change) => resolved(change, locate)).toSorted(inOrder);
  const count = (wanted: ChangeClass): number => reported.filter((change) => change.class === wanted).length;
  return {
    version: 1,
    connectors,
    counts: {
      forbidden: count('forbidden'),
      breaking: count('breaking'),
      warning: count('warning'),
      safe: count('safe'),
    },
    ...label,
    changes: reported,
  };
}

/** Breaking and forbidden changes that nobody acknowledged: what a gate stops for. */
export function blockingChanges(report: Pick<DiffReport, 'changes'>): readonly ReportedChange[] {
  return report.changes.filter(
    (change) => (change.class === 'breaking' || change.class === 'forbidden') && change.acknowledged !== true,
  );
}

function resolved(change: Change, locate: Locate): ReportedChange {
  const { at } = change;
  return {
    kind: change.kind,
    class: change.class,
    ...(change.effect === undefined ? {} : { effect: change.effect }),
    connector: change.connector,
    ...(change.operationId === undefined ? {} : { operationId: change.operationId }),
    pointer: change.pointer,
    message: change.message,
    products: change.products,
    fingerprint: change.fingerprint,
    ...(change.acknowledged === undefined ? {} : { acknowledged: change.acknowledged }),
    ...(at === undefined ? {} : { file: at.file, start: locate(at).start }),
  };
}

function inOrder(one: ReportedChange, two: ReportedChange): number {
  const key = (change: ReportedChange): string =>
    [CLASSES.indexOf(change.class), change.connector, change.operationId ?? '', change.pointer, change.kind].join('\0');
  return key(one) < key(two) ? -1 : 1;
}
