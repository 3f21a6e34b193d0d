import { plural, printable } from './printable.ts';
import type { ReportedDiagnostic, ValidateReport } from './validate-report.ts';

/** One line a finding, as compilers write it, so that editors and terminals can follow it; hint and related places below. */
export function renderValidateText(report: ValidateReport): string {
  const lines = report.diagnostics.flatMap(linesOf);
  const space = lines.length === 0 ? [] : [''];
  return `${[...lines, ...space, summaryOf(report)].join('\n')}\n`;
}

function linesOf(diagnostic: ReportedDiagnostic): string[] {
  const { file, start, severity, code, message, hint, related } = diagnostic;
  return [
    `${printable(file)}:${start.line}:${start.column} ${severity} ${code}  ${printable(message)}`,
    ...(hint === undefined ? [] : [`    ${printable(hint)}`]),
    ...(related ?? []).map(
      (one) => `    ${printable(one.file)}:${one.start.line}:${one.start.column} ${printable(one.message)}`,
    ),
  ];
}

/** `12 connectors, 25 files: 1 error, 3 warnings`. Findings that were there before are counted apart. */
export function summaryOf({ connectors, files, counts, diagnostics }: ValidateReport): string {
  const found = [
    counts.error > 0 ? plural(counts.error, 'error') : '',
    counts.warning > 0 ? plural(counts.warning, 'warning') : '',
    counts.info > 0 ? `${counts.info} info` : '',
  ].filter((part) => part !== '');
  const old = diagnostics.filter((one) => one.new === false).length;
  const before = old > 0 ? ` (${old} of them there before)` : '';
  return `${plural(connectors, 'connector')}, ${plural(files, 'file')}: ${found.length === 0 ? 'clean' : found.join(', ')}${before}`;
}
