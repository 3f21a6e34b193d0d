import { Failure } from '../domain/failure.ts';
import type { Digest } from '../domain/digest.ts';
import type { LiveState, Override, TargetPlan } from '../plan/plan.ts';
import { planOf } from '../plan/plan-digest.ts';
import type { PublishedCommit } from './head-commit.ts';

export interface OrderRequest {
  readonly commit: PublishedCommit;
  readonly overrides: readonly Override[];
  /** Digest of the whole plan, when an override may name it. */
  readonly planDigest?: Digest;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/**
 * Keeps an older commit from being published over a newer one: a run that somebody starts again has the files of its day. What came from no
 * commit stands to none.
 * @throws Failure (`refused`) for an older commit, and for one of which the clone cannot tell, unless an override names the plan.
 */
export function refuseOlder(
  { plan, live }: { readonly plan: TargetPlan; readonly live: LiveState },
  { commit, overrides, planDigest }: OrderRequest,
): void {
  const last = live.lastApplied?.commit ?? '';
  const order = COMMIT.test(last) ? commit.standsTo(last) : 'apart';
  if (order !== 'older' && order !== 'unknown') return;
  const { digest } = planOf([plan]);
  if (overrides.some((override) => override.digest === digest || override.digest === planDigest)) return;
  const onPurpose = `publish this one all the same with --override ${digest} --reason "…"`;
  const published = `Commit ${short(last)} was published to "${plan.name}"`;
  if (order === 'unknown') {
    throw new Failure('refused', `${published}, and this clone cannot tell whether ${short(commit.hash)} is older`, {
      hint: `Fetch the whole history (fetch-depth: 0 in actions/checkout, git fetch elsewhere), or ${onPurpose}`,
    });
  }
  throw new Failure('refused', `${published}, and ${short(commit.hash)} is older`, {
    hint: `Publish the newest commit. To go back, use "connectors rollback --target ${plan.name} RELEASE", or ${onPurpose}`,
  });
}

function short(hash: string): string {
  return hash.slice(0, 12);
}
