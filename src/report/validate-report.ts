import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FilePlace, Severity } from '../domain/finding.ts';
import type { Mended } from '../domain/mended.ts';
import { maskSecrets } from '../domain/secrets/mask-secrets.ts';
import type { Suppressed } from '../domain/suppressed.ts';
import type { Position, Span } from '../domain/span.ts';

/** Resolves a place to line and column. `src/places` makes one from the texts of a run. */
export type Locate = (place: FilePlace) => Span;

/** What `connectors validate --format json` prints: versioned, only ever added to. Schema: schemas/report.schema.json. */
export interface ValidateReport {
  readonly version: 1;
  readonly connectors: number;
  readonly files: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Connectors that were not judged, because nothing of theirs differs from the base. */
  readonly unchanged?: number;
  /** Found, and accepted in connector.yaml until a day; in no count. */
  readonly suppressed?: readonly ReportedSuppressed[];
  /** With `--fix`: what was mended before the files were judged, so that none of it is among the diagnostics. */
  readonly fixed?: readonly Mended[];
}

export interface ReportedSuppressed extends ReportedDiagnostic {
  readonly suppression: { readonly reason: string; readonly owner: string; readonly expires: string };
}

export interface ReportedDiagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly connector: string;
  readonly file: string;
  readonly start: Position;
  readonly end?: Position;
  readonly pointer?: string;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly ReportedRelated[];
  readonly fingerprint: string;
  readonly fixable: boolean;
  readonly new?: boolean;
}

export interface ReportedRelated {
  readonly file: string;
  readonly pointer?: string;
  readonly start: Position;
  readonly message: string;
}

/** Resolves lines, sorts by file, line, column and code, and counts. */
export function validateReport(
  diagnostics: readonly Diagnostic[],
  size: Pick<ValidateReport, 'connectors' | 'files' | 'unchanged'>,
  locate: Locate,
  suppressed: readonly Suppressed[] = [],
): ValidateReport {
  const reported = diagnostics.map((diagnostic) => resolved(diagnostic, locate)).toSorted(inOrder);
  const count = (severity: Severity): number => reported.filter((one) => one.severity === severity).length;
  return {
    version: 1,
    ...size,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    diagnostics: reported,
    ...(suppressed.length === 0
      ? {}
      : { suppressed: suppressed.map((one) => resolvedSuppressed(one, locate)).sort(inOrder) }),
  };
}

function resolvedSuppressed({ diagnostic, suppression }: Suppressed, locate: Locate): ReportedSuppressed {
  const { reason, owner, expires } = suppression;
  return { ...resolved(diagnostic, locate), suppression: { reason, owner, expires } };
}

function resolved({ at, related, ...diagnostic }: Diagnostic, locate: Locate): ReportedDiagnostic {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    connector: diagnostic.connector,
    file: at.file,
    ...locate(at),
    ...pointerOf(at),
    // Reports are public. Rules mask what they quote; a team's own rules may not.
    message: maskSecrets(diagnostic.message),
    ...(diagnostic.hint === undefined ? {} : { hint: maskSecrets(diagnostic.hint) }),
    ...(related === undefined ? {} : { related: related.map((one) => resolvedRelated(one, locate)) }),
    fingerprint: diagnostic.fingerprint,
    fixable: diagnostic.fixable,
    ...(diagnostic.new === undefined ? {} : { new: diagnostic.new }),
  };
}

function resolvedRelated(
  { at, message }: { readonly at: FilePlace; readonly message: string },
  locate: Locate,
): ReportedRelated {
  return { file: at.file, ...pointerOf(at), start: locate(at).start, message };
}

function pointerOf(at: FilePlace): { readonly pointer?: string } {
  return at.pointer === undefined ? {} : { pointer: maskSecrets(at.pointer) };
}

function inOrder(one: ReportedDiagnostic, two: ReportedDiagnostic): number {
  return (
    compare(one.file, two.file) ||
    one.start.line - two.start.line ||
    one.start.column - two.start.column ||
    compare(one.code, two.code) ||
    compare(one.message, two.message)
  );
}

function compare(one: string, two: string): number {
  return one === two ? 0 : one < two ? -1 : 1;
}
