import { registryReader } from '../adapters/registry/client.ts';
import { worstClass } from '../domain/change.ts';
import { parseConnectorId, type ConnectorId } from '../domain/connector-id.ts';
import { parseDigest, type Digest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import type { Target } from '../domain/registry-file.ts';
import { scopeText } from '../domain/scope.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree } from '../load/load-tree.ts';
import { planOf } from '../plan/plan-digest.ts';
import { planTarget } from '../plan/plan-target.ts';
import type { ChangeSummary, Declared, DeclaredConnector, Plan } from '../plan/plan.ts';
import type { PullRequestReport, ReportedDeclaration, ReportedEntry } from '../report/comment-report.ts';
import { blockingChanges } from '../report/diff-report.ts';
import { refuseErrors } from './pull-request-report.ts';
import { readLiveState, type AuthenticateFor } from './plan-targets.ts';

/** Targets of a checkout. @throws Failure (`refused`) when registry.yaml cannot be read: that must not look like "nothing to do". */
export function readTargets(root: string): readonly Target[] {
  const { registry, findings } = loadTree(diskTree(root), []);
  const [finding] = findings;
  if (finding === undefined) return registry.targets;
  throw new Failure('refused', `registry.yaml of the base branch cannot be used: ${finding.message}`);
}

/**
 * Plans what a merge would publish, from what the pull request's own run says it declares. Where to ask is the base branch's
 * registry.yaml alone: a pull request that could name a registry would be sent our token.
 */
export async function planPullRequest(
  report: PullRequestReport,
  targets: readonly Target[],
  authenticateFor: AuthenticateFor,
): Promise<Plan> {
  refuseErrors(report);
  const changes = changeSummaries(report);
  const plans = [];
  for (const target of targets) {
    const declaration = report.declared.find((one) => isAbout(one, target));
    if (declaration === undefined) continue;
    const live = await readLiveState(target, registryReader(target, authenticateFor(target)));
    plans.push(planTarget(declaredOf(target, declaration, report.rules), live, changes));
  }
  return planOf(plans);
}

/** A target that the pull request moves to another scope is another target. */
function isAbout({ target, scope }: ReportedDeclaration, base: Target): boolean {
  return target === base.name && scope === scopeText(base.scope);
}

function declaredOf(target: Target, { connectors }: ReportedDeclaration, rules: string): Declared {
  return {
    target,
    rules,
    connectors: Object.entries(connectors).map(([name, entry]) => declaredConnector(name, entry)),
  };
}

function declaredConnector(name: string, entry: ReportedEntry): DeclaredConnector {
  return {
    id: connectorId(name),
    digest: digest(entry.digest),
    stage: entry.stage,
    owners: entry.owners,
    formerNames: entry.formerNames ?? [],
    ...(entry.origin === undefined ? {} : { origin: entry.origin }),
  };
}

function changeSummaries({ diff }: PullRequestReport): ReadonlyMap<string, ChangeSummary> {
  if (diff === null) return new Map();
  const blocking = new Set(blockingChanges(diff));
  return new Map(
    [...Map.groupBy(diff.changes, (change) => change.connector)].map(([connector, changes]) => [
      connector,
      { class: worstClass(changes), unacknowledged: changes.filter((change) => blocking.has(change)).length },
    ]),
  );
}

function connectorId(text: string): ConnectorId {
  return parseConnectorId(text) ?? refuse(`"${text}" is not the name of a connector`);
}

function digest(text: string): Digest {
  return parseDigest(text) ?? refuse(`"${text}" is not a digest`);
}

function refuse(message: string): never {
  throw new Failure('refused', message);
}
