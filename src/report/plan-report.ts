import type { Plan, Step, TargetPlan } from '../plan/plan.ts';
import { scopeText } from '../domain/scope.ts';

/** What `connectors plan --format json` prints, and what a plan file holds. */
export interface PlanReport {
  readonly version: 1;
  readonly digest: string;
  readonly targets: readonly ReportedTarget[];
}

export interface ReportedTarget {
  readonly name: string;
  /** `tenant/subscription/region`. */
  readonly scope: string;
  readonly parent: string | null;
  readonly rules: { readonly digest: string; readonly same: boolean };
  readonly steps: readonly ReportedStep[];
}

export interface ReportedStep {
  readonly digest: string;
  readonly kind: string;
  readonly connector: string;
  readonly formerName?: string;
  readonly from?: string;
  readonly to?: string;
  readonly class?: string;
  readonly refused?: {
    readonly why: string;
    readonly override?: string;
    readonly acknowledgement?: {
      readonly base: string;
      readonly fingerprints: readonly string[];
      readonly folder?: string;
    };
  };
}

export function planReport(plan: Plan): PlanReport {
  return { version: 1, digest: plan.digest, targets: plan.targets.map(reportedTarget) };
}

function reportedTarget({ name, scope, parent, rules, steps }: TargetPlan): ReportedTarget {
  return { name, scope: scopeText(scope), parent, rules, steps };
}

const WORDS = ['create', 'update', 'rename', 'retire', 'restage', 'reconvert', 'held', 'keep'] as const;

/** `2 create, 1 update, 5 keep`; the words in their fixed order. */
export function countSteps(steps: readonly Pick<Step, 'kind'>[] | readonly ReportedStep[]): string {
  const parts = WORDS.map((kind) => ({ kind, count: steps.filter((step) => step.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** The steps a person wants to read: everything but what stays. */
export function visibleSteps<T extends { readonly kind: string }>(steps: readonly T[]): T[] {
  return steps.filter((step) => step.kind !== 'keep');
}
