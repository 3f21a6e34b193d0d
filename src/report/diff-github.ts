import { changeAnnotations } from './diff-annotations.ts';
import type { DiffReport } from './diff-report.ts';
import { renderDiffText } from './diff-text.ts';
import { diffSummary } from './diff-words.ts';
import { renderWorkflowCommands } from './workflow-commands.ts';

/** For the log of a step: annotations at the changed lines, and the whole changelog in a group that can be opened. */
export function renderDiffGithub(report: DiffReport): string {
  const text =
    report.changes.length === 0 ? '' : `::group::All changes\n${renderDiffText(report).trimEnd()}\n::endgroup::\n`;
  return `${renderWorkflowCommands(changeAnnotations(report))}${text}${diffSummary(report)}\n`;
}
