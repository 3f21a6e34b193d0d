import type { PullRequestReport } from './comment-report.ts';
import { changeAnnotations } from './diff-annotations.ts';
import { annotationsOf } from './validate-annotations.ts';
import type { Annotation } from './workflow-commands.ts';

/** GitHub shows ten of each severity a step, and drops what is over without a word. */
const PER_SEVERITY = 10;

/** The annotations of a pull request's check: findings first, then changes, and before both what the whole check lacks. */
export function pullRequestAnnotations({ validate, diff }: PullRequestReport, lacks: readonly string[]): Annotation[] {
  const all = [
    ...lacks.map((message): Annotation => ({ severity: 'warning', title: 'Not compared', message })),
    ...annotationsOf(validate),
    ...(diff === null ? [] : changeAnnotations(diff)),
  ];
  return (['error', 'warning', 'info'] as const).flatMap((severity) =>
    all.filter((one) => one.severity === severity).slice(0, PER_SEVERITY),
  );
}
