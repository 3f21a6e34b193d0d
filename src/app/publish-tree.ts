import { diskTree } from '../load/disk-tree.ts';
import type { Target } from '../domain/registry-file.ts';
import type { Override, Plan } from '../plan/plan.ts';
import type { ValidateReport } from '../report/validate-report.ts';
import { checkTree, reportOf } from './check-tree.ts';
import { errorsOf } from './errors-of.ts';
import { headCommit } from './head-commit.ts';
import { planTargets, targetsNamed, type AuthenticateFor } from './plan-targets.ts';
import type { SyncOutcome } from './sync-target.ts';
import { syncTargets } from './sync-targets.ts';

export interface PublishRequest {
  /** The checkout; all of it is published. */
  readonly root: string;
  /** YYYY-MM-DD: the day on which suppressions must not have expired, and to which notice is counted. */
  readonly today: string;
  /** Names of targets; when empty all of registry.yaml that `isReachable`. */
  readonly targets: readonly string[];
  readonly isReachable: (target: Target) => boolean;
  readonly overrides: readonly Override[];
  readonly liftPins: readonly string[];
  readonly authenticateFor: AuthenticateFor;
  /** Told before anything is written. */
  readonly planned: (plan: Plan) => Promise<void>;
  /** Told as soon as a target is done. */
  readonly finished: (outcome: SyncOutcome) => void;
}

export type Published =
  | { readonly kind: 'errors'; readonly report: ValidateReport }
  | { readonly kind: 'published'; readonly outcomes: readonly SyncOutcome[] };

/** Checks, plans, applies. With an error anywhere nothing is published: what cannot be read must not look like what was deleted. */
export async function publishTree(request: PublishRequest): Promise<Published> {
  const { root, authenticateFor, liftPins } = request;
  const checked = checkTree(diskTree(root), [''], { today: request.today });
  const errors = errorsOf(checked);
  if (errors !== undefined) return { kind: 'errors', report: reportOf(errors) };
  const { loaded } = checked;

  // No target at all is refused: a job that forgot its checkout must not look like one that published.
  const named = targetsNamed(loaded.registry, request.targets);
  const reachable = named.filter(request.isReachable).map((target) => target.name);
  const names = request.targets.length > 0 ? request.targets : reachable;
  if (names.length === 0) return { kind: 'published', outcomes: [] };
  const planned = await planTargets(loaded, names, authenticateFor, { now: request.today, liftPins });
  await request.planned(planned.plan);
  const outcomes = await syncTargets({
    planned,
    registry: loaded.registry,
    authenticateFor,
    overrides: request.overrides,
    liftPins,
    commit: headCommit(root),
    finished: request.finished,
  });
  return { kind: 'published', outcomes };
}
