import { acknowledgementNotes } from './acknowledgement-notes.ts';
import { changeKind } from '../diff/change-kinds.ts';
import { changelogBlocks, type ChangelogView } from './diff-lines.ts';
import { blockingChanges, type DiffReport } from './diff-report.ts';
import { diffSummary } from './diff-words.ts';
import { changeDocs } from './docs-link.ts';
import { missingAcknowledgements } from './missing-acknowledgements.ts';
import { printable } from './printable.ts';
import { shownPlace } from './shown-place.ts';

/** A changelog: by connector and operation, the most dangerous first; then where to read on, and how to say that it is meant. */
export function renderDiffText(report: DiffReport, view: ChangelogView = {}): string {
  const blocks = changelogBlocks(report.changes, view);
  return `${[...blocks, ...lacksOf(report), ...pagesOf(report), ...wayOf(report), diffSummary(report)].join('\n\n')}\n`;
}

function lacksOf({ notCompared = [] }: DiffReport): string[] {
  if (notCompared.length === 0) return [];
  const lines = notCompared.map(
    (one) => `  ${shownPlace(one)}  ${printable(one.connector)}: ${printable(one.message)}`,
  );
  return [['Not compared:', ...lines].join('\n')];
}

/** What each kind that blocks means, and how to do the same without breaking anybody. */
function pagesOf(report: DiffReport): string[] {
  const kinds = new Set(blockingChanges(report).map(({ kind }) => kind));
  const pages = [...kinds].filter((kind) => changeKind(kind) !== undefined).map((kind) => `  ${changeDocs(kind)}`);
  return pages.length === 0 ? [] : [['What it means, and ways that break nobody:', ...pages.sort()].join('\n')];
}

/** What became of acknowledgements; how to go round what breaks, and the entry that says that it is meant, ready to copy. */
function wayOf(report: DiffReport): string[] {
  const round = blockingChanges(report).length === 0 ? [] : ['To go round it: the same command with --fix-plan'];
  const missing = missingAcknowledgements(report).map(({ connector, lines, inRegistryFile }) => {
    const where = inRegistryFile ? 'registry.yaml' : `the connector.yaml of ${printable(connector)}`;
    return [`If this is meant, say so in ${where}:`, '', ...lines.map((line) => `  ${printable(line)}`)].join('\n');
  });
  return [...acknowledgementNotes(report).map(printable), ...round, ...missing];
}
