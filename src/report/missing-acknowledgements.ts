import { blockingChanges, type DiffReport } from './diff-report.ts';

/** Where an acknowledgement must be written, and what it must name: enough to let the breaking changes of one connector pass. */
export interface MissingAcknowledgement {
  readonly connector: string;
  /** Lines of YAML, ready to copy. Reason and owner are for a person to fill in. */
  readonly lines: readonly string[];
  /** Whether it goes to registry.yaml, and not to the connector's own file. */
  readonly inRegistryFile: boolean;
}

const MOST_FINGERPRINTS = 100;

type Blocked = Pick<DiffReport, 'changes' | 'bases' | 'registryFolders'>;

/**
 * The entries that would acknowledge every breaking change that nobody acknowledged, by connector. Nothing but digests, fingerprints and a
 * quoted folder goes into them: other text of a report never does. A forbidden change has no such way, and neither has a connector whose
 * base is not known.
 */
export function missingAcknowledgements(report: Blocked): MissingAcknowledgement[] {
  const open = blockingChanges(report).filter((change) => change.class === 'breaking');
  return [...Map.groupBy(open, (change) => change.connector)].flatMap(([connector, changes]) => {
    const base = ownText(report.bases, connector);
    const fingerprints = [...new Set(changes.map((change) => change.fingerprint))];
    const folder = ownText(report.registryFolders, connector);
    return base === undefined ? [] : missingFor(connector, [{ base, fingerprints, folder }]);
  });
}

interface Lacking {
  readonly base: string;
  readonly fingerprints: readonly string[];
  readonly folder?: string | undefined;
}

/** The entries that one connector lacks, one for each base; none of them when there is nothing to name. */
export function missingFor(connector: string, lacking: readonly Lacking[]): MissingAcknowledgement[] {
  const entries = lacking.filter(({ base, fingerprints }) => isDigest(base) && fingerprints.some(isFingerprint));
  if (entries.length === 0) return [];
  const inRegistryFile = entries.some(({ folder }) => folder !== undefined);
  return [{ connector, inRegistryFile, lines: ['acknowledgements:', ...entries.flatMap(linesFor)] }];
}

function linesFor({ base, fingerprints, folder }: Lacking): string[] {
  const list = fingerprints
    .filter(isFingerprint)
    .slice(0, MOST_FINGERPRINTS)
    .map((one) => `"${one}"`)
    .join(', ');
  return [
    ...(folder === undefined ? [`  - base: ${base}`] : [`  - folder: ${quotedFolder(folder)}`, `    base: ${base}`]),
    `    fingerprints: [${list}]`,
    '    reason: why it is meant',
    '    owner: who answers for it',
  ];
}

/** A folder can be called anything: what could end the block it is shown in is left for a person to write. */
function quotedFolder(folder: string): string {
  return /^[^\p{C}`]{1,255}$/u.test(folder) ? JSON.stringify(folder) : '"the folder of the connector"';
}

function ownText(texts: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return texts !== undefined && Object.hasOwn(texts, key) ? texts[key] : undefined;
}

function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
