import type { Delivered, PullRequestReport } from './comment-report.ts';
import { blockingChanges } from './diff-report.ts';
import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import { plural } from './printable.ts';
import { visibleSteps, type PlanReport } from './plan-report.ts';
import type { ValidateReport } from './validate-report.ts';

export interface Judged {
  /** How the run that checked the pull request ended, as GitHub says it: `success`, `failure`, `cancelled` ... */
  readonly conclusion: string;
  readonly report: Delivered<PullRequestReport>;
  readonly plan: Delivered<PlanReport>;
}

/**
 * One line: may this be merged. Good news needs everything: a run that GitHub calls a success, a report that could be read and finds
 * nothing, a comparison with the base, a plan without refusals. Whatever is missing is said instead.
 */
export function verdictOf({ conclusion, report, plan }: Judged): string {
  if (report.kind === 'missing') return `❌ The check did not finish: ${escapeMarkdown(report.why)}`;
  const { diff } = report.value;
  const errors = newErrors(report.value.validate);
  const blocking = diff === null ? 0 : blockingChanges(diff).length;
  const found = [
    errors > 0 ? plural(errors, 'error') : '',
    blocking > 0 ? `${plural(blocking, 'breaking change')} that nobody acknowledged` : '',
  ].filter((part) => part !== '');
  if (found.length > 0) return `❌ ${found.join(', ')}`;
  if (conclusion !== 'success') return `❌ The check ended with ${inlineCode(conclusion)}`;
  if (diff === null) return '⚠️ No error, but nothing was compared with the base';
  if (plan.kind === 'missing') return `⚠️ No error, but there is no plan: ${escapeMarkdown(plan.why)}`;
  return verdictOfPlan(plan.value);
}

/** What was there before does not count. The list may be cut short, so what the counts have more than the list counts as well. */
function newErrors({ counts, diagnostics }: ValidateReport): number {
  const listed = diagnostics.filter((one) => one.severity === 'error');
  const old = listed.filter((one) => one.new === false).length;
  return Math.max(listed.length, counts.error) - old;
}

function verdictOfPlan(plan: PlanReport): string {
  const steps = plan.targets.flatMap((target) => target.steps);
  const refused = steps.filter((step) => step.refused !== undefined).length;
  if (refused > 0) return `⛔ No error, but publishing would be refused (${plural(refused, 'step')})`;
  const held = steps.filter((step) => step.kind === 'held').length;
  const changing = visibleSteps(steps).length - held;
  if (changing === 0)
    return held > 0 ? `✅ No error; a merge changes nothing (${held} held)` : '✅ No error; a merge changes nothing';
  return `✅ No error; a merge publishes ${plural(changing, 'change')}`;
}
