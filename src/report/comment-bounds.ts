import type { PullRequestReport } from './comment-report.ts';
import type { DiffReport, ReportedAcknowledgement, ReportedChange } from './diff-report.ts';
import type { ReportedDiagnostic, ReportedSuppressed, ValidateReport } from './validate-report.ts';

const MOST_ENTRIES = 2000;
const MOST_RELATED = 100;
const LONGEST_TEXT = 4000;
const LONGEST_FILE = 1000;
const RANKS = { error: 0, warning: 1, info: 2 } as const;

/**
 * A report within the limits of schemas/pull-request.schema.json: the most severe findings and the most dangerous changes first, the rest
 * left out, long texts cut. The counts still count everything.
 */
export function withinBounds(report: PullRequestReport): PullRequestReport {
  return {
    ...report,
    validate: boundedValidate(report.validate),
    diff: report.diff === null ? null : boundedDiff(report.diff),
  };
}

function boundedValidate(validate: ValidateReport): ValidateReport {
  const rank = ({ severity, new: isNew }: ReportedDiagnostic): number =>
    RANKS[severity] * 2 + (isNew === false ? 1 : 0);
  const kept = validate.diagnostics.toSorted((one, two) => rank(one) - rank(two)).slice(0, MOST_ENTRIES);
  const { suppressed } = validate;
  return {
    ...validate,
    diagnostics: kept.map(boundedDiagnostic),
    ...(suppressed === undefined ? {} : { suppressed: suppressed.slice(0, MOST_ENTRIES).map(boundedSuppressed) }),
  };
}

function boundedSuppressed(suppressed: ReportedSuppressed): ReportedSuppressed {
  const { reason, owner, expires } = suppressed.suppression;
  const suppression = { reason: cut(reason), owner: cut(owner, LONGEST_FILE), expires };
  return { ...suppressed, ...boundedDiagnostic(suppressed), suppression };
}

function boundedDiagnostic(diagnostic: ReportedDiagnostic): ReportedDiagnostic {
  const { pointer, hint, related } = diagnostic;
  return {
    ...diagnostic,
    file: cut(diagnostic.file, LONGEST_FILE),
    message: cut(diagnostic.message),
    ...(pointer === undefined ? {} : { pointer: cut(pointer) }),
    ...(hint === undefined ? {} : { hint: cut(hint) }),
    ...(related === undefined ? {} : { related: related.slice(0, MOST_RELATED).map(boundedRelated) }),
  };
}

function boundedRelated<T extends { readonly file: string; readonly pointer?: string; readonly message: string }>(
  related: T,
): T {
  const pointer = related.pointer === undefined ? {} : { pointer: cut(related.pointer) };
  return { ...related, ...pointer, file: cut(related.file, LONGEST_FILE), message: cut(related.message) };
}

function boundedDiff(diff: DiffReport): DiffReport {
  const { acknowledgements, notCompared } = diff;
  return {
    ...diff,
    ...(notCompared === undefined ? {} : { notCompared: notCompared.slice(0, MOST_RELATED).map(boundedRelated) }),
    changes: diff.changes.slice(0, MOST_ENTRIES).map(boundedChange),
    ...(acknowledgements === undefined
      ? {}
      : { acknowledgements: acknowledgements.slice(0, MOST_ENTRIES).map(boundedAcknowledgement) }),
  };
}

function boundedAcknowledgement(one: ReportedAcknowledgement): ReportedAcknowledgement {
  const { fingerprints, unmatched, reason, owner } = one;
  return {
    ...one,
    base: cut(one.base, LONGEST_FILE),
    fingerprints: boundedTexts(fingerprints),
    ...(unmatched === undefined ? {} : { unmatched: boundedTexts(unmatched) }),
    reason: cut(reason),
    owner: cut(owner, LONGEST_FILE),
  };
}

function boundedTexts(texts: readonly string[]): string[] {
  return texts.slice(0, MOST_RELATED).map((text) => cut(text, 100));
}

function boundedChange(change: ReportedChange): ReportedChange {
  const { operationId, operations, file } = change;
  return {
    ...change,
    ...(operations === undefined
      ? {}
      : { operations: operations.slice(0, MOST_RELATED).map((name) => cut(name, LONGEST_FILE)) }),
    pointer: cut(change.pointer),
    message: cut(change.message),
    ...(operationId === undefined ? {} : { operationId: cut(operationId, LONGEST_FILE) }),
    ...(file === undefined ? {} : { file: cut(file, LONGEST_FILE) }),
  };
}

function cut(text: string, limit = LONGEST_TEXT): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}
