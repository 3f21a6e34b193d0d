import { hash } from 'node:crypto';
import type { Digest } from '../domain/digest.ts';
import { scopeText, type Scope } from '../domain/scope.ts';
import type { Plan, Step, TargetPlan } from './plan.ts';

type StepIdentity = Pick<Step, 'kind' | 'connector' | 'from' | 'to'>;

export function stepDigest(scope: Scope, { kind, connector, from, to }: StepIdentity): Digest {
  return digestOfJson(['step', 1, scopeText(scope), connector, from ?? null, to ?? null, kind]);
}

/** Puts targets into a plan, in the order of their names. */
export function planOf(targets: readonly TargetPlan[]): Plan {
  const sorted = targets.toSorted((one, two) => (one.name < two.name ? -1 : 1));
  const steps = sorted.flatMap((target) => target.steps.filter(isEffective).map((step) => step.digest));
  return { version: 1, digest: planDigest(steps), targets: sorted };
}

/** Kept and held steps change nothing, so they are not part of what a plan's digest stands for. */
export function isEffective(step: Step): boolean {
  return step.kind !== 'keep' && step.kind !== 'held';
}

export function planDigest(steps: readonly Digest[]): Digest {
  return digestOfJson(['plan', 1, ...steps]);
}

function digestOfJson(value: unknown): Digest {
  return `sha256:${hash('sha256', JSON.stringify(value))}` as Digest;
}
