import type { PlanReport, ReportedStep, ReportedTarget } from './plan-report.ts';
import { renderSarif, type SarifResult } from './sarif.ts';
import type { Annotation } from './workflow-commands.ts';

const DOCS = 'https://github.com/connector-registry/connectors/blob/main/docs/publishing.md';

/** What a plan refuses: the only part of it that a gate stops for. */
function refusedOf(plan: PlanReport): { target: ReportedTarget; step: ReportedStep }[] {
  return plan.targets.flatMap((target) =>
    target.steps.filter((step) => step.refused !== undefined).map((step) => ({ target, step })),
  );
}

export function planAnnotations(plan: PlanReport): Annotation[] {
  return refusedOf(plan).map(({ target, step }) => ({
    severity: 'error',
    title: `${target.name}: ${step.kind} ${step.connector}`,
    message: step.refused?.why ?? '',
  }));
}

export function renderPlanSarif(plan: PlanReport): string {
  const results = refusedOf(plan).map(({ target, step }): SarifResult => ({
    rule: `plan/${step.kind}`,
    severity: 'error',
    message: `${target.name}: ${step.refused?.why ?? ''}`,
    file: 'registry.yaml',
    line: 1,
    column: 1,
    fingerprint: step.digest,
  }));
  return renderSarif(results, () => ({ link: DOCS }));
}
