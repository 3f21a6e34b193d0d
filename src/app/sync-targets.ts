import type { RegistryFile } from '../domain/registry-file.ts';
import type { Override } from '../plan/plan.ts';
import type { PublishedCommit } from './head-commit.ts';
import type { AuthenticateFor, Planned } from './plan-targets.ts';
import { syncTarget, type SyncOutcome } from './sync-target.ts';

export interface SyncAllRequest {
  readonly planned: Planned;
  readonly registry: RegistryFile;
  readonly authenticateFor: AuthenticateFor;
  readonly overrides: readonly Override[];
  readonly liftPins: readonly string[];
  readonly commit: PublishedCommit;
  /** Told before each upload to a target: `done` of `total`. */
  readonly progress?: (target: string, done: number, total: number) => void;
  /** Told as soon as a target is done: what follows may fail. */
  readonly finished?: (outcome: SyncOutcome) => void;
}

/** Applies a plan, target after target: each is all or nothing, and the first that fails ends it. */
export async function syncTargets(request: SyncAllRequest): Promise<SyncOutcome[]> {
  const { planned, registry, authenticateFor, overrides, liftPins, commit, progress } = request;
  const outcomes: SyncOutcome[] = [];
  for (const one of planned.targets) {
    const outcome = await syncTarget({
      planned: one,
      declarations: planned.declarations,
      registry,
      authenticate: authenticateFor(one.target),
      overrides,
      liftPins,
      planDigest: planned.plan.digest,
      commit,
      now: planned.now,
      ...(progress === undefined ? {} : { progress: (done, total) => progress(one.target.name, done, total) }),
    });
    request.finished?.(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}
