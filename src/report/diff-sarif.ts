import { changeKind } from '../diff/change-kinds.ts';
import { CHANGE_SEVERITIES } from './diff-annotations.ts';
import type { DiffReport, ReportedChange } from './diff-report.ts';
import { effectOf } from './diff-words.ts';
import { changeDocs } from './docs-link.ts';
import type { RulePage } from './sarif-rule.ts';
import { renderSarif, SARIF_LEVELS, type SarifResult } from './sarif.ts';

/** Changes as a SARIF log: a kind is a rule, and what is acknowledged is suppressed. */
export function renderDiffSarif({ changes }: Pick<DiffReport, 'changes'>): string {
  return renderSarif(changes.map(resultOf), pageOf);
}

function resultOf(change: ReportedChange): SarifResult {
  const { kind, message, pointer, file, connector, start, fingerprint, acknowledged } = change;
  const effect = effectOf(change);
  return {
    rule: kind,
    severity: CHANGE_SEVERITIES[change.class],
    message: effect === '' ? message : `${message}. ${effect}`,
    file: file ?? connector,
    line: start?.line ?? 1,
    column: start?.column ?? 1,
    pointer,
    fingerprint,
    ...(acknowledged === true ? { suppressed: 'acknowledged' } : {}),
  };
}

function pageOf(kind: string): RulePage {
  const row = changeKind(kind);
  if (row === undefined) return { link: changeDocs(kind) };
  return {
    link: changeDocs(kind),
    summary: row.title,
    level: SARIF_LEVELS[CHANGE_SEVERITIES[row.class]],
    tags: [row.class, ...(row.effect === undefined ? [] : [row.effect]), ...row.products],
  };
}
