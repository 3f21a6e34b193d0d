import { annotationsOf } from './validate-annotations.ts';
import type { ValidateReport } from './validate-report.ts';
import { renderValidateText } from './validate-text.ts';
import { renderWorkflowCommands } from './workflow-commands.ts';

/** For the log of a step: annotations for what GitHub shows of them, and everything as text in a group that can be opened. */
export function renderValidateGithub(report: ValidateReport): string {
  const all = report.diagnostics.length === 0 ? renderValidateText(report) : grouped(renderValidateText(report));
  return renderWorkflowCommands(annotationsOf(report)) + all;
}

function grouped(text: string): string {
  const lines = text.trimEnd().split('\n');
  return `::group::All findings\n${lines.slice(0, -1).join('\n').trimEnd()}\n::endgroup::\n${lines.at(-1) ?? ''}\n`;
}
