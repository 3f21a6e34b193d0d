import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import type { ReportedDiagnostic, ValidateReport } from './validate-report.ts';
import { summaryOf } from './validate-text.ts';

const MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

/** A table of findings, most severe first, cut before `limit` characters with a line that says how many are left out. */
export function renderValidateMarkdown(report: ValidateReport, limit = 60_000): string {
  const head = `**${escapeMarkdown(summaryOf(report))}**\n`;
  if (report.diagnostics.length === 0) return head;
  const rows = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    report.diagnostics.filter((one) => one.severity === severity).map(rowOf),
  );
  const table = `\n| | place | finding |\n|---|---|---|\n`;
  const fitting = takeWithin(rows, limit - head.length - table.length - 100);
  const left = rows.length - fitting.length;
  return `${head}${table}${fitting.join('')}${left > 0 ? `\n… and ${left} more.\n` : ''}`;
}

function rowOf({ severity, code, file, start, message, hint, new: isNew }: ReportedDiagnostic): string {
  const old = isNew === false ? ' *(there before)*' : '';
  const tip = hint === undefined ? '' : `<br>${escapeMarkdown(hint)}`;
  return `| ${MARKS[severity]} | ${inlineCode(`${file}:${start.line}:${start.column}`)} | ${inlineCode(code)}${old}<br>${escapeMarkdown(message)}${tip} |\n`;
}

/** The first rows that together stay within a number of characters. */
export function takeWithin(rows: readonly string[], limit: number): string[] {
  let used = 0;
  const taken: string[] = [];
  for (const row of rows) {
    used += row.length;
    if (used > limit) break;
    taken.push(row);
  }
  return taken;
}
