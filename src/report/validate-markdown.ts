import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import { changeOf } from './fixed-text.ts';
import type { ReportedDiagnostic, ValidateReport } from './validate-report.ts';
import { apart, summaryOf } from './validate-text.ts';

const MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;
const TABLE = '\n| | place | finding |\n|---|---|---|\n';

/**
 * A table of findings, most severe first, and one folded away of what was there before. Cut before `limit` characters, with a line that
 * says how many are left out.
 */
export function renderValidateMarkdown(report: ValidateReport, limit = 60_000): string {
  const head = `**${escapeMarkdown(summaryOf(report))}**\n`;
  const { fresh, old } = apart(report);
  const first = tableOf(fresh, limit - head.length);
  const second = folded(old, limit - head.length - first.length);
  return `${head}${first}${second}${mended(report.fixed ?? [], limit - head.length - first.length - second.length)}`;
}

function tableOf(diagnostics: readonly ReportedDiagnostic[], limit: number): string {
  if (diagnostics.length === 0) return '';
  const rows = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    diagnostics.filter((one) => one.severity === severity).map(rowOf),
  );
  const fitting = takeWithin(rows, limit - TABLE.length - 100);
  const left = rows.length - fitting.length;
  return `${TABLE}${fitting.join('')}${left > 0 ? `\n… and ${left} more.\n` : ''}`;
}

function folded(old: readonly ReportedDiagnostic[], limit: number): string {
  // Where there is no room for a row the summary's count has to do.
  if (old.length === 0 || limit < 1000) return '';
  const summary = `\n<details><summary>${old.length} there before</summary>\n`;
  return `${summary}${tableOf(old, limit - summary.length - 20)}\n</details>\n`;
}

/** Folded away: what was mended needs nobody's attention. */
function mended(fixed: NonNullable<ValidateReport['fixed']>, limit: number): string {
  if (fixed.length === 0 || limit < 1000) return '';
  const lines = fixed.map(
    (one) =>
      `- ${inlineCode(`${one.file}:${one.start.line}`)} ${inlineCode(one.code)} ${escapeMarkdown(changeOf(one))}\n`,
  );
  const fitting = takeWithin(lines, limit - 200);
  const left = lines.length - fitting.length;
  return `\n<details><summary>${fixed.length} mended</summary>\n\n${fitting.join('')}${left > 0 ? `\n… and ${left} more.\n` : ''}\n</details>\n`;
}

function rowOf({ severity, code, file, start, message, hint }: ReportedDiagnostic): string {
  const tip = hint === undefined ? '' : `<br>${escapeMarkdown(hint)}`;
  return `| ${MARKS[severity]} | ${inlineCode(`${file}:${start.line}:${start.column}`)} | ${inlineCode(code)}<br>${escapeMarkdown(message)}${tip} |\n`;
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
