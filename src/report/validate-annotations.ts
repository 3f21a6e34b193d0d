import type { Annotation } from './workflow-commands.ts';
import type { ReportedDiagnostic, ValidateReport } from './validate-report.ts';

const PER_SEVERITY = 10;

/** The annotations of a step: ten of each severity, new findings first. GitHub drops what is over, so we choose what it drops. */
export function annotationsOf(report: ValidateReport): Annotation[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const found = report.diagnostics.filter((one) => one.severity === severity && one.new !== false);
    return found.slice(0, PER_SEVERITY).map(annotationOf);
  });
}

/** One finding as an annotation, with its hint on a second line. */
export function annotationOf(diagnostic: ReportedDiagnostic): Annotation {
  const { severity, code, file, start, end, message, hint } = diagnostic;
  return {
    severity,
    title: code,
    message: hint === undefined ? message : `${message}\n${hint}`,
    file,
    line: start.line,
    column: start.column,
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
  };
}
