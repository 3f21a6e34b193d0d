import { missingFor } from './missing-acknowledgements.ts';
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
  return `${[...blocks, ...acknowledgementsFor(total), summary].join('\n\n')}\n`;
}

/** The entries that say that refused changes are meant, ready to copy: one for each version of a connector that is live somewhere. */
function acknowledgementsFor(steps: readonly ReportedStep[]): string[] {
  return [...Map.groupBy(steps, ({ connector }) => connector)].flatMap(([connector, own]) => {
    const lacking = own.flatMap(({ refused }) => refused?.acknowledgement ?? []);
    const byBase = new Map(lacking.map((one) => [one.base, one]));
    return missingFor(connector, [...byBase.values()]).map(({ lines, inRegistryFile }) => {
      const where = inRegistryFile
        ? `registry.yaml, for ${printable(connector)}`
        : `the connector.yaml of ${printable(connector)}`;
      return [`If this is meant, say so in ${where}:`, '', ...lines.map((line) => `  ${printable(line)}`)].join('\n');
    });
  });
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
