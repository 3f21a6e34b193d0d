import { isAboutSecret } from '../domain/secrets/about-secrets.ts';
import { codeFrame } from './code-frame.ts';
import { fixedLines } from './fixed-text.ts';
import { PLAIN, type Paint } from './paint.ts';
import { plural, printable } from './printable.ts';
import { shownPlace } from './shown-place.ts';
import type { ReportedDiagnostic, ValidateReport } from './validate-report.ts';

/** How a person's terminal shows findings: with the source, by the file's name in the report, and in colours or not. */
export interface TerminalView {
  readonly texts: Pick<ReadonlyMap<string, string>, 'get'>;
  readonly paint: Paint;
}

/**
 * One line a finding, as compilers write it, so that editors and terminals can follow it; hint and related places below, and in a terminal
 * the source line. What `--fix` mended comes first, what was there before last, under a heading.
 */
export function renderValidateText(report: ValidateReport, view?: TerminalView): string {
  const { fresh, old } = apart(report);
  const lines = fresh.flatMap((one) => linesOf(one, view));
  const oldLines =
    old.length === 0 ? [] : ['There before, and failing nothing:', ...old.flatMap((one) => linesOf(one))];
  const fixed = fixedLines(report.fixed ?? [], view?.paint);
  const blocks = [fixed, lines, oldLines, [summaryOf(report)]].filter((block) => block.length > 0);
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** The findings that count, and those that a base had already. */
export function apart({ diagnostics }: ValidateReport): Record<'fresh' | 'old', readonly ReportedDiagnostic[]> {
  return {
    fresh: diagnostics.filter((one) => one.new !== false),
    old: diagnostics.filter((one) => one.new === false),
  };
}

function linesOf(diagnostic: ReportedDiagnostic, view?: TerminalView): string[] {
  const { severity, code, message, hint, related } = diagnostic;
  const paint = view?.paint ?? PLAIN;
  return [
    `${shownPlace(diagnostic)} ${paint(severity, severity)} ${paint('faint', code)}  ${printable(message)}`,
    ...(view === undefined ? [] : frameOf(diagnostic, view)),
    ...(hint === undefined ? [] : [`    ${printable(hint)}`]),
    ...(related ?? []).map((one) => `    ${shownPlace(one)} ${printable(one.message)}`),
  ];
}

function frameOf({ code, file, start, end, severity }: ReportedDiagnostic, { texts, paint }: TerminalView): string[] {
  const text = isAboutSecret(code) ? undefined : texts.get(file);
  const frame = text === undefined ? undefined : codeFrame(text, start, end);
  return frame === undefined ? [] : [paint('faint', frame.source), frame.gutter + paint(severity, frame.carets)];
}

/**
 * `12 connectors, 25 files: 1 error, 3 warnings`. What was there before, what somebody accepted, and what was not judged because it does
 * not differ, are counted apart.
 */
export function summaryOf({
  connectors,
  files,
  counts,
  diagnostics,
  suppressed = [],
  unchanged,
}: ValidateReport): string {
  const found = [
    counts.error > 0 ? plural(counts.error, 'error') : '',
    counts.warning > 0 ? plural(counts.warning, 'warning') : '',
    counts.info > 0 ? `${counts.info} info` : '',
  ].filter((part) => part !== '');
  const old = diagnostics.filter((one) => one.new === false).length;
  const before = old > 0 ? ` (${old} of them there before)` : '';
  const accepted = suppressed.length > 0 ? `; ${suppressed.length} suppressed` : '';
  const same = unchanged === undefined ? '' : `; ${plural(unchanged, 'connector')} unchanged since the base`;
  const verdict = found.length === 0 ? 'clean' : found.join(', ');
  return `${plural(connectors, 'connector')}, ${plural(files, 'file')}: ${verdict}${before}${accepted}${same}`;
}
