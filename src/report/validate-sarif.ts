import { ruleRow } from '../domain/rule-codes.ts';
import { ruleDocs } from './docs-link.ts';
import type { RulePage } from './sarif-rule.ts';
import { renderSarif, SARIF_LEVELS, type SarifResult } from './sarif.ts';
import type { ReportedDiagnostic, ValidateReport } from './validate-report.ts';

/** Gives the Markdown of a rule's page; undefined for one that has none. */
export type ReadPage = (code: string) => string | undefined;

/** Findings as a SARIF log; suppressed ones are in it, marked so. */
export function renderValidateSarif(report: ValidateReport, readPage: ReadPage = () => undefined): string {
  const found = report.diagnostics.map(resultOf);
  const suppressed = (report.suppressed ?? []).map((one) => {
    const { reason, owner, expires } = one.suppression;
    return { ...resultOf(one), suppressed: `${reason} (${owner}, until ${expires})` };
  });
  return renderSarif([...found, ...suppressed], (code) => pageOf(code, readPage));
}

function resultOf(diagnostic: ReportedDiagnostic): SarifResult {
  const { code, severity, message, hint, file, start, end, pointer, related, fingerprint, new: isNew } = diagnostic;
  return {
    rule: code,
    severity,
    message: hint === undefined ? message : `${message}. ${hint}`,
    file,
    line: start.line,
    column: start.column,
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
    ...(pointer === undefined ? {} : { pointer }),
    ...(related === undefined ? {} : { related: related.map((one) => ({ ...one, ...one.start })) }),
    fingerprint,
    ...(isNew === undefined ? {} : { baseline: isNew ? 'new' : 'unchanged' }),
  };
}

function pageOf(code: string, readPage: ReadPage): RulePage {
  const row = ruleRow(code);
  const markdown = row === undefined ? undefined : readPage(code);
  const severity = row?.severity.base ?? 'warning';
  return {
    link: ruleDocs(code),
    ...(markdown === undefined ? {} : { markdown }),
    level: severity === 'off' ? 'none' : SARIF_LEVELS[severity],
    tags: [code.split('/')[0] ?? '', ...(row?.products ?? [])],
  };
}
