import type { Change, ChangeClass, Product } from '../domain/change.ts';
import type { JudgedAcknowledgement } from '../diff/acknowledge.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';
import type { Position } from '../domain/span.ts';
import { excerptsOf } from './diff-excerpt.ts';
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
  /** Parts of connectors that could not be compared; absent when there is none. */
  readonly notCompared?: readonly ReportedNotCompared[];
  /** Of connectors that changed; absent when there is none. */
  readonly acknowledgements?: readonly ReportedAcknowledgement[];
  /** Of connectors with changes that block: the digest that an acknowledgement must name. */
  readonly bases?: Readonly<Record<string, string>>;
  /** Of those of them whose acknowledgement goes to registry.yaml: the folder it must name. */
  readonly registryFolders?: Readonly<Record<string, string>>;
}

/** What only one version has, or could not be read: nothing is known of what changed in it. */
export interface ReportedNotCompared {
  readonly connector: string;
  readonly part: 'openapi' | 'properties';
  /** The version that lacks it. */
  readonly side: 'before' | 'after';
  readonly message: string;
  readonly file: string;
  readonly start: Position;
}

/** An acknowledgement and what became of it: `inert` when the base has moved on, `names-more` when it names a change that is not there. */
export interface ReportedAcknowledgement {
  readonly connector: string;
  readonly state: 'counts' | 'inert' | 'names-more';
  readonly base: string;
  readonly fingerprints: readonly string[];
  /** Those that no change has. */
  readonly unmatched?: readonly string[];
  readonly reason: string;
  readonly owner: string;
}

export interface ReportedChange {
  readonly kind: string;
  readonly class: ChangeClass;
  readonly effect?: string;
  readonly connector: string;
  readonly operationId?: string;
  /** Every operation that it reaches, of a change in what several share. */
  readonly operations?: readonly string[];
  readonly probable?: true;
  readonly pointer: string;
  /** Set where `pointer` is into the older document: what it names is gone. `file` and `start` are of the newer one all the same. */
  readonly removed?: true;
  readonly message: string;
  /** What was there and what is there now, as JSON on one line, cut short. */
  readonly before?: string;
  readonly after?: string;
  readonly products: readonly Product[];
  readonly fingerprint: string;
  readonly acknowledged?: boolean;
  readonly file?: string;
  readonly start?: Position;
}

const CLASSES: readonly ChangeClass[] = ['forbidden', 'breaking', 'warning', 'safe'];

/** Counts and sorts: most dangerous first, then by connector, operation and place. */
export function diffReport(
  changes: readonly ReportedChange[],
  connectors: number,
  label: Pick<DiffReport, 'update' | 'semver'>,
): DiffReport {
  const counts = { forbidden: 0, breaking: 0, warning: 0, safe: 0 };
  for (const { class: danger } of changes) counts[danger] += 1;
  return { version: 1, connectors, counts, ...label, changes: inOrder(changes) };
}

/** Breaking and forbidden changes that nobody acknowledged: what a gate stops for. */
export function blockingChanges(report: Pick<DiffReport, 'changes'>): readonly ReportedChange[] {
  return report.changes.filter(
    (change) => (change.class === 'breaking' || change.class === 'forbidden') && change.acknowledged !== true,
  );
}

export type Acknowledgements = Pick<DiffReport, 'acknowledgements' | 'bases' | 'registryFolders'>;

/** What became of acknowledgements, and what one that is still missing must name. */
export function acknowledgementsIn(
  { entries, bases, registryFolders }: JudgedAcknowledgements,
  report: Pick<DiffReport, 'changes'>,
): Acknowledgements {
  const blocked = new Set(blockingChanges(report).map((change) => change.connector));
  const ofBlocked = (map: ReadonlyMap<string, string>): [string, string][] =>
    [...map].filter(([id]) => blocked.has(id));
  const [digests, folders] = [ofBlocked(bases), ofBlocked(registryFolders)];
  return {
    ...(entries.length === 0 ? {} : { acknowledgements: entries.map(reportedAcknowledgement) }),
    ...(digests.length === 0 ? {} : { bases: Object.fromEntries(digests) }),
    ...(folders.length === 0 ? {} : { registryFolders: Object.fromEntries(folders) }),
  };
}

export interface JudgedAcknowledgements {
  readonly entries: readonly JudgedAcknowledgement[];
  /** Digest of each older version, by connector. */
  readonly bases: ReadonlyMap<string, string>;
  readonly registryFolders: ReadonlyMap<string, string>;
}

function reportedAcknowledgement({
  connector,
  state,
  entry,
  unmatched,
}: JudgedAcknowledgement): ReportedAcknowledgement {
  const { base, fingerprints, reason, owner } = entry;
  const more = state === 'names-more' ? { unmatched } : {};
  return { connector, state, base, fingerprints, ...more, reason, owner };
}

/** One change at its line, with nothing that must not be public. */
export function reportedChange(change: Change, locate: Locate): ReportedChange {
  const { at } = change;
  return {
    kind: change.kind,
    class: change.class,
    ...(change.effect === undefined ? {} : { effect: change.effect }),
    connector: change.connector,
    ...(change.operationId === undefined ? {} : { operationId: change.operationId }),
    ...(change.operations === undefined ? {} : { operations: change.operations }),
    ...(change.probable === undefined ? {} : { probable: change.probable }),
    // Reports are public, and all of this is an author's text.
    pointer: maskSecrets(change.pointer),
    ...(change.removed ? { removed: true as const } : {}),
    message: maskSecrets(change.message),
    ...excerptsOf(change.before, change.after),
    products: change.products,
    fingerprint: change.fingerprint,
    ...(change.acknowledged === undefined ? {} : { acknowledged: change.acknowledged }),
    ...(at === undefined ? {} : { file: at.file, start: locate(at).start }),
  };
}

function inOrder(changes: readonly ReportedChange[]): ReportedChange[] {
  const keyed = changes.map((change) => ({ change, key: orderOf(change) }));
  return keyed.sort((one, two) => (one.key < two.key ? -1 : one.key > two.key ? 1 : 0)).map(({ change }) => change);
}

function orderOf({ class: danger, connector, operationId = '', pointer, kind }: ReportedChange): string {
  return [CLASSES.indexOf(danger), connector, operationId, pointer, kind].join('\0');
}
