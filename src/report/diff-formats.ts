import type { ChangeClass } from '../domain/change.ts';
import type { Severity } from '../domain/finding.ts';
import type { DiffReport, ReportedChange } from './diff-report.ts';
import { changeDocs } from './docs-link.ts';
import { renderSarif } from './sarif.ts';
import type { Annotation } from './workflow-commands.ts';

const SEVERITIES: Readonly<Record<ChangeClass, Severity>> = {
  forbidden: 'error',
  breaking: 'error',
  warning: 'warning',
  safe: 'info',
};

/** An acknowledged change is told, not charged. */
function severityOf({ class: danger, acknowledged }: ReportedChange): Severity {
  return acknowledged === true ? 'info' : SEVERITIES[danger];
}

/** Ten annotations of each severity, safe changes left out: they are in the summary. */
export function changeAnnotations(report: DiffReport): Annotation[] {
  const dangerous = report.changes.filter((change) => severityOf(change) !== 'info');
  return (['error', 'warning'] as const).flatMap((severity) =>
    dangerous
      .filter((change) => severityOf(change) === severity)
      .slice(0, 10)
      .map((change) => ({
        severity,
        title: change.kind,
        message: change.message,
        ...(change.file === undefined || change.start === undefined
          ? {}
          : { file: change.file, line: change.start.line, column: change.start.column }),
      })),
  );
}

export function renderDiffSarif(report: DiffReport): string {
  const results = report.changes.map((change) => ({
    rule: change.kind,
    severity: severityOf(change),
    message: change.message,
    file: change.file ?? change.connector,
    line: change.start?.line ?? 1,
    column: change.start?.column ?? 1,
    fingerprint: change.fingerprint,
  }));
  return renderSarif(results, (kind) => ({ link: changeDocs(kind) }));
}
