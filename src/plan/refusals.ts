import type { Override, Plan, Step, TargetPlan } from './plan.ts';
import { isEffective, planDigest } from './plan-digest.ts';

/** The refused steps that no override covers. Empty means that the plan may be applied. */
export function refusedSteps(
  plan: Plan,
  overrides: readonly Override[],
): readonly { target: TargetPlan; step: Step }[] {
  const given = new Set<string>(overrides.map((override) => override.digest));
  return plan.targets.flatMap((target) => {
    const whole = planDigest(target.steps.filter(isEffective).map((step) => step.digest));
    if (given.has(whole) || given.has(plan.digest))
      return target.steps.filter(isFinal).map((step) => ({ target, step }));
    return target.steps
      .filter((step) => step.refused !== undefined && !given.has(step.refused.override ?? ''))
      .map((step) => ({ target, step }));
  });
}

/** Whether applying the plan would change anything. */
export function hasChanges(plan: Plan): boolean {
  return plan.targets.some((target) => target.steps.some(isEffective));
}

function isFinal(step: Step): boolean {
  return step.refused !== undefined && step.refused.override === undefined;
}
