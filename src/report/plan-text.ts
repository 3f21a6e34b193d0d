import { printable } from './printable.ts';
import { countSteps, visibleSteps, type PlanReport, type ReportedStep, type ReportedTarget } from './plan-report.ts';

const SIGNS: Readonly<Record<string, string>> = {
  create: '+',
  update: '~',
  rename: '>',
  retire: '-',
  restage: '*',
  reconvert: '~',
  held: '=',
};

/** The plan as a person reads it before saying yes: one line a step, refusals with the exact override. */
export function renderPlanText(plan: PlanReport): string {
  const blocks = plan.targets.map((target) => linesOf(target).join('\n'));
  const total = plan.targets.flatMap((target) => target.steps);
  const summary = visibleSteps(total).length === 0 ? 'No changes.' : `Plan ${plan.digest}`;
  return `${[...blocks, summary].join('\n\n')}\n`;
}

function linesOf(target: ReportedTarget): string[] {
  const shown = visibleSteps(target.steps);
  const rules = target.rules.same
    ? []
    : ['  The registry judges with another version of the rules: it may refuse what is clean here'];
  return [
    `${printable(target.name)}  ${printable(target.scope)}: ${countSteps(target.steps)}`,
    ...rules,
    ...shown.flatMap(stepLines),
  ];
}

function stepLines(step: ReportedStep): string[] {
  const { kind, connector, formerName, from, to, refused } = step;
  const name = formerName === undefined ? connector : `${formerName} -> ${connector}`;
  const digests = [from, to].map((digest) => (digest === undefined ? '' : short(digest)));
  const change = from !== undefined && to !== undefined && from !== to ? digests.join(' -> ') : digests.join('');
  const danger = step.class === undefined || step.class === 'safe' ? '' : `  ${step.class}`;
  return [
    `  ${SIGNS[kind] ?? '?'} ${kind} ${printable(name)}  ${change}${danger}`,
    ...(refused === undefined ? [] : refusalLines(refused)),
  ];
}

function refusalLines({ why, override }: NonNullable<ReportedStep['refused']>): string[] {
  const way = override === undefined ? [] : [`      to allow it: --override ${override} --reason "…"`];
  return [`      refused: ${printable(why)}`, ...way];
}

/** The first twelve digits of a digest. */
export function short(digest: string): string {
  return printable(digest.replace(/^sha256:/, '').slice(0, 12));
}
