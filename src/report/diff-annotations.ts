import type { ChangeClass } from '../domain/change.ts';
import type { Severity } from '../domain/finding.ts';
import { changeKind } from '../diff/change-kinds.ts';
import type { DiffReport, ReportedChange } from './diff-report.ts';
import { CLASSES, effectOf } from './diff-words.ts';
import { changeDocs } from './docs-link.ts';
import type { Annotation } from './workflow-commands.ts';

const PER_SEVERITY = 10;

export const CHANGE_SEVERITIES: Readonly<Record<ChangeClass, Severity>> = {
  forbidden: 'error',
  breaking: 'error',
  warning: 'warning',
  safe: 'info',
};

/** Ten annotations of each severity, the most dangerous first; what is safe, or acknowledged, is in the summary only. */
export function changeAnnotations({ changes }: Pick<DiffReport, 'changes'>): Annotation[] {
  const dangerous = changes.filter((change) => change.class !== 'safe' && change.acknowledged !== true);
  const sorted = dangerous.toSorted((one, two) => CLASSES.indexOf(one.class) - CLASSES.indexOf(two.class));
  return (['error', 'warning'] as const).flatMap((severity) =>
    sorted
      .filter((change) => CHANGE_SEVERITIES[change.class] === severity)
      .slice(0, PER_SEVERITY)
      .map(annotationOf),
  );
}

/** One change at its line in the newer file, with its effect and its page below the sentence. */
function annotationOf(change: ReportedChange): Annotation {
  const { kind, message, file, start } = change;
  const page = changeKind(kind) === undefined ? [] : [changeDocs(kind)];
  return {
    severity: CHANGE_SEVERITIES[change.class],
    title: `${change.class}: ${changeKind(kind)?.title ?? kind}`,
    message: [message, effectOf(change), ...page].filter((line) => line !== '').join('\n'),
    ...(file === undefined ? {} : { file }),
    ...(file === undefined || start === undefined ? {} : { line: start.line, column: start.column }),
  };
}
