import type { ChangeClass } from '../domain/change.ts';
import type { Severity } from '../domain/finding.ts';
import { changeKind } from '../diff/change-kinds.ts';
import type { DiffReport, ReportedChange, ReportedNotCompared } from './diff-report.ts';
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
export function changeAnnotations({
  changes,
  notCompared = [],
}: Pick<DiffReport, 'changes' | 'notCompared'>): Annotation[] {
  const dangerous = changes.filter((change) => change.class !== 'safe' && change.acknowledged !== true);
  const sorted = dangerous.toSorted((one, two) => CLASSES.indexOf(one.class) - CLASSES.indexOf(two.class));
  const all = [...notCompared.map(lackAnnotation), ...sorted.map(annotationOf)];
  return (['error', 'warning'] as const).flatMap((severity) =>
    all.filter((one) => one.severity === severity).slice(0, PER_SEVERITY),
  );
}

/** What cannot be read of the base has no line in the checkout. */
function lackAnnotation({ side, message, file, start }: ReportedNotCompared): Annotation {
  const title = 'Not compared';
  if (side === 'before') return { severity: 'warning', title, message };
  return { severity: 'error', title, message, file, line: start.line, column: start.column };
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
