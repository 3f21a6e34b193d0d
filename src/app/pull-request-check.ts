import { gitTree } from '../adapters/git/git-tree.ts';
import type { ProposalEvent } from '../adapters/github/event.ts';
import { Failure } from '../domain/failure.ts';
import { scopeText } from '../domain/scope.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree, type LoadedTree } from '../load/load-tree.ts';
import type { PullRequestReport, ReportedDeclaration } from '../report/comment-report.ts';
import { blockingChanges, type DiffReport } from '../report/diff-report.ts';
import type { ValidateReport } from '../report/validate-report.ts';
import { ruleSetDigest } from '../rules/rule-set.ts';
import { checkWithStyle, reportOf, type CheckedTree } from './check-tree.ts';
import { compareFindings } from './compare-findings.ts';
import { compareLoaded } from './compare-trees.ts';
import { deprecatedInGit } from './deprecated-in-git.ts';
import { declarationsOf, declaredFor } from './declare.ts';
import { withHouseStyleOfBase, type Sourced } from './judge-house-style.ts';
import type { Timing } from './judge-trees.ts';
import type { Judging } from './judge.ts';
import { baseOf, type Base } from './pull-request-base.ts';

export interface PullRequestCheckRequest extends Judging {
  /** The checkout: all of it is judged. */
  readonly root: string;
  readonly event: ProposalEvent;
}

export interface PullRequestCheck {
  readonly report: PullRequestReport;
  /** What it was compared with. */
  readonly base: Base;
}

/**
 * Judges what a pull request proposes: offline, without any right. What was there before is marked, what changes is compared with the
 * base, and what each target should have is declared for the plan.
 * @throws Failure (`nothing-to-check`) when there is no connector at all, before or after.
 */
export async function checkPullRequest({
  root,
  event,
  ...judging
}: PullRequestCheckRequest): Promise<PullRequestCheck> {
  const base = baseOf(root, event);
  const earlier = base.kind === 'commit' ? gitTree(root, base.commit) : undefined;
  const before = earlier === undefined ? undefined : { tree: earlier, loaded: loadTree(earlier, ['']) };
  const checked = await checkAgainst(root, before, judging);
  refuseNothing(checked, before?.loaded);
  const timing: Timing = {
    now: judging.today,
    since: ({ openapi }, ids) =>
      base.kind === 'commit' ? deprecatedInGit(root, base.commit, openapi?.file ?? '', ids) : new Map(),
  };
  const trees = before && { before: [before.loaded], after: [checked.loaded], prefix: '' };
  const compared = trees === undefined ? undefined : compareLoaded(trees, timing);
  const report: PullRequestReport = {
    version: 1,
    head: event.headSha,
    validate: reportOf(checked),
    ...diffOf(compared),
    rules: ruleSetDigest(),
    declared: declaredBy(checked.loaded),
  };
  return { report, base };
}

/** Every connector is judged, changed or not: a merge publishes all of them, and nothing while one has an error. */
async function checkAgainst(root: string, before: Sourced | undefined, judging: Judging): Promise<CheckedTree> {
  const tree = diskTree(root);
  if (before === undefined) return checkWithStyle(tree, [''], judging);
  return compareFindings(await withHouseStyleOfBase({ tree, loaded: loadTree(tree, ['']) }, before), judging);
}

export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly breaking: number;
}

/** What the pull request itself brings: what was there before counts for nothing. */
export function tallyOf({ validate, diff }: PullRequestReport): Tally {
  const fresh = (severity: ValidateReport['diagnostics'][number]['severity']): number =>
    validate.diagnostics.filter((one) => one.severity === severity && one.new !== false).length;
  return {
    errors: fresh('error'),
    warnings: fresh('warning'),
    breaking: diff === null ? 0 : blockingChanges(diff).length,
  };
}

function refuseNothing(after: CheckedTree, before: LoadedTree | undefined): void {
  const there = [after.loaded, before].some((tree) => (tree?.connectors.length ?? 0) > 0);
  if (there || after.diagnostics.length > 0) return;
  throw new Failure('nothing-to-check', 'There is no connector in this checkout, and none in its base', {
    hint: 'A connector is a folder with a connector.yaml and an openapi.yaml, or with an apiDefinition.swagger.json',
  });
}

/** What an acknowledgement must name stands beside the comparison, not in it. */
function diffOf(compared: DiffReport | undefined): Pick<PullRequestReport, 'diff' | 'bases' | 'registryFolders'> {
  if (compared === undefined) return { diff: null, bases: {} };
  const { bases = {}, registryFolders, ...diff } = compared;
  return { diff, bases, ...(registryFolders === undefined ? {} : { registryFolders }) };
}

function declaredBy({ connectors, registry }: LoadedTree): ReportedDeclaration[] {
  const declarations = declarationsOf(connectors);
  return registry.targets.map((target) => ({
    target: target.name,
    scope: scopeText(target.scope),
    connectors: Object.fromEntries(
      declaredFor(target, declarations, registry).connectors.map(({ id, ...entry }) => [id, entry]),
    ),
  }));
}
