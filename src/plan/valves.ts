import type { ChangeSummary, Declared, LiveState, Refusal, Step } from './plan.ts';
import { isEffective, planDigest } from './plan-digest.ts';

/**
 * The safety valves. Each marks the steps that it refuses, with the one override that lets them pass: the step's digest, or where the
 * number of steps is the danger, the digest of all steps together.
 */
export function judgeSteps(
  steps: readonly Step[],
  declared: Declared,
  live: LiveState,
  changes: ReadonlyMap<string, ChangeSummary>,
): Step[] {
  const together = refusalOfAll(steps, declared, live);
  return steps.map((step) => {
    const refused =
      refusalOfName(step, live) ?? (isRetired(step) ? together : undefined) ?? refusalOfOne(step, live, changes);
    return refused === undefined ? step : { ...step, refused };
  });
}

function isRetired(step: Step): boolean {
  return step.kind === 'retire' || (step.kind === 'restage' && step.to === undefined);
}

function refusalOfName(step: Step, live: LiveState): Refusal | undefined {
  if (!live.taken.has(step.connector) || live.entries.has(step.connector)) return undefined;
  return { why: `The name "${step.connector}" belongs to another source of this scope` };
}

function refusalOfAll(steps: readonly Step[], declared: Declared, live: LiveState): Refusal | undefined {
  const { retiredShare, minimum } = declared.target.thresholds;
  const own = live.entries.size;
  const retired = steps.filter(isRetired).length;
  const override = planDigest(steps.filter(isEffective).map((step) => step.digest));
  if (retired > 0 && declared.connectors.length === 0) {
    return { why: `No connector is declared for this target, and all ${own} that are live would be retired`, override };
  }
  if (own >= minimum && retired > own * retiredShare) {
    const share = `${Math.round(retiredShare * 100)} %`;
    return { why: `${retired} of ${own} connectors would be retired, more than ${share}`, override };
  }
  return undefined;
}

function refusalOfOne(step: Step, live: LiveState, changes: ReadonlyMap<string, ChangeSummary>): Refusal | undefined {
  if (isRetired(step) && live.certified.has(step.connector)) {
    return { why: `"${step.connector}" is certified, and would be retired`, override: step.digest };
  }
  const unacknowledged = changes.get(step.connector)?.unacknowledged ?? 0;
  if (unacknowledged === 0 || !isEffective(step)) return undefined;
  const many = unacknowledged === 1 ? 'A breaking change is' : `${unacknowledged} breaking changes are`;
  const { lapsed = false, lacking } = changes.get(step.connector) ?? {};
  const where = `${lacking?.folder === undefined ? 'connector' : 'registry'}.yaml`;
  return {
    why: `${many} not acknowledged in ${where}${lapsed ? ', where an acknowledgement is for something else' : ''}`,
    override: step.digest,
    ...(lacking === undefined || step.from === undefined ? {} : { acknowledgement: { base: step.from, ...lacking } }),
  };
}
