import type { DiffReport } from './diff-report.ts';
import { inlineCode } from './escape-markdown.ts';
import { missingAcknowledgements, type MissingAcknowledgement } from './missing-acknowledgements.ts';

const MOST_CONNECTORS = 10;

/** What to write when the breaking changes are meant, ready to copy. A forbidden change has no such way. */
export function renderAcknowledgements(report: Pick<DiffReport, 'changes' | 'bases' | 'registryFolders'>): string {
  const blocks = missingAcknowledgements(report).slice(0, MOST_CONNECTORS).map(blockFor);
  if (blocks.length === 0) return '';
  const round = 'To go round them, run `npx connectors diff --base main --fix-plan` with the name of the base branch.';
  return `\n${round}\n\n<details><summary>If the breaking changes are meant</summary>\n${blocks.join('')}\n</details>\n`;
}

function blockFor({ connector, lines, inRegistryFile }: MissingAcknowledgement): string {
  const name = inlineCode(connector.slice(0, 64));
  const where = inRegistryFile ? `In registry.yaml, for ${name}:` : `In the connector.yaml of ${name}:`;
  return `\n${where}\n\n\`\`\`yaml\n${lines.join('\n')}\n\`\`\`\n`;
}
