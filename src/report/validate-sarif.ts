import { ruleDocs } from './docs-link.ts';
import { renderSarif } from './sarif.ts';
import type { ValidateReport } from './validate-report.ts';

export function renderValidateSarif(report: ValidateReport): string {
  const results = report.diagnostics.map(
    ({ code, severity, message, hint, file, start, end, fingerprint, new: isNew }) => ({
      rule: code,
      severity,
      message: hint === undefined ? message : `${message}. ${hint}`,
      file,
      line: start.line,
      column: start.column,
      ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
      fingerprint,
      ...(isNew === false ? { unchanged: true } : {}),
    }),
  );
  return renderSarif(results, ruleDocs);
}
