import { blockingChanges, type DiffReport } from './diff-report.ts';
import { inlineCode } from './escape-markdown.ts';

const MOST_CONNECTORS = 10;
const MOST_FINGERPRINTS = 40;

/**
 * What to write into connector.yaml when the breaking changes are meant, ready to copy. Nothing but digests and fingerprints goes into
 * the block: text from a report never does. A forbidden change has no such way.
 */
export function renderAcknowledgements(diff: DiffReport, bases: Readonly<Record<string, string>>): string {
  const open = blockingChanges(diff).filter((change) => change.class === 'breaking');
  const blocks = [...Map.groupBy(open, (change) => change.connector)].flatMap(([connector, changes]) => {
    const base = Object.hasOwn(bases, connector) ? (bases[connector] ?? '') : '';
    const fingerprints = [...new Set(changes.map((change) => change.fingerprint))].filter(isFingerprint);
    return isDigest(base) && fingerprints.length > 0 ? [blockFor(connector, base, fingerprints)] : [];
  });
  if (blocks.length === 0) return '';
  const shown = blocks.slice(0, MOST_CONNECTORS).join('');
  return `\n<details><summary>If the breaking changes are meant</summary>\n${shown}\n</details>\n`;
}

function blockFor(connector: string, base: string, fingerprints: readonly string[]): string {
  const list = fingerprints
    .slice(0, MOST_FINGERPRINTS)
    .map((one) => `"${one}"`)
    .join(', ');
  return `
In the connector.yaml of ${inlineCode(connector.slice(0, 64))}:

\`\`\`yaml
acknowledgements:
  - base: ${base}
    fingerprints: [${list}]
    reason: why it is meant
    owner: who answers for it
\`\`\`
`;
}

function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{16}$/.test(text);
}

function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
