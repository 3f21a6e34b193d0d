import {
  registryReader,
  registryWriter,
  type Authenticate,
  type Committed,
  type ReleaseBody,
} from '../adapters/registry/client.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import type { Digest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import type { RegistryFile } from '../domain/registry-file.ts';
import { scopeText } from '../domain/scope.ts';
import { encodeRevision } from '../digest/revision-bytes.ts';
import type { Declared, LiveState, Override, Step, TargetPlan } from '../plan/plan.ts';
import { isEffective, planOf } from '../plan/plan-digest.ts';
import { refusedSteps } from '../plan/refusals.ts';
import { declaredFor, type Declaration } from './declare.ts';
import type { PublishedCommit } from './head-commit.ts';
import { planOneTarget, type PlannedTarget } from './plan-targets.ts';
import { refuseOlder } from './refuse-older.ts';

export interface SyncRequest {
  /** The plan as it was reviewed. */
  readonly planned: PlannedTarget;
  readonly declarations: ReadonlyMap<ConnectorId, Declaration>;
  readonly registry: RegistryFile;
  readonly authenticate: Authenticate;
  readonly overrides: readonly Override[];
  /** Digest of the whole plan, when an override may name it. */
  readonly planDigest?: Digest;
  readonly commit: PublishedCommit;
  /** Held connectors to publish all the same. */
  readonly liftPins: readonly string[];
  /** YYYY-MM-DD: the day to which the notice of removed operations is counted. */
  readonly now: string;
  /** Told before each upload: `done` of `total`. */
  readonly progress?: (done: number, total: number) => void;
}

export interface SyncOutcome {
  readonly target: string;
  readonly steps: readonly Step[];
  readonly uploaded: number;
  /** undefined when there was nothing to do. */
  readonly committed: Committed | undefined;
}

/**
 * Applies a plan: reads the live state again, judges every valve again, uploads what the registry lacks, commits once.
 * @throws Failure (`conflict`) when a step would start from something else than planned, (`refused`) when a valve holds or what was
 * published last is newer.
 */
export async function syncTarget(request: SyncRequest): Promise<SyncOutcome> {
  const { planned, authenticate } = request;
  const fresh = await planOneTarget(planned.target, request);
  refuseMoved(planned.plan, fresh.plan);
  refuseValves(fresh.plan, request);

  const { steps } = fresh.plan;
  if (!steps.some(isEffective)) {
    return { target: planned.target.name, steps, uploaded: 0, committed: undefined };
  }
  refuseOlder(fresh, request);
  const body = releaseBody(request, fresh);
  const uploaded = await upload(request, body);
  const committed = await registryWriter(planned.target, authenticate, body).commit(body);
  return { target: planned.target.name, steps, uploaded, committed };
}

function refuseMoved(reviewed: TargetPlan, fresh: TargetPlan): void {
  const text = (plan: TargetPlan): string =>
    JSON.stringify(plan.steps.filter(isEffective).map((step) => [step.digest, step.from ?? null]));
  if (text(reviewed) === text(fresh)) return;
  const before = new Set(reviewed.steps.map((step) => step.digest));
  const moved = fresh.steps.find((step) => !before.has(step.digest));
  const what = moved === undefined ? 'the live state' : `"${moved.connector}"`;
  throw new Failure('conflict', `In "${fresh.name}" ${what} is not what the plan started from`, { hint: 'Plan again' });
}

function refuseValves(plan: TargetPlan, { overrides, planDigest }: SyncRequest): void {
  const whole = planDigest !== undefined && overrides.some((override) => override.digest === planDigest);
  const own = planOf([plan]);
  const given = whole ? [...overrides, { digest: own.digest, reason: '' }] : overrides;
  const refused = refusedSteps(own, given);
  if (refused.length === 0) return;
  const lines = refused.map(({ step }) => {
    const way =
      step.refused?.override === undefined ? '' : `; to allow it: --override ${step.refused.override} --reason "…"`;
    return `${step.kind} ${step.connector}: ${step.refused?.why ?? ''}${way}`;
  });
  throw new Failure('refused', `Nothing is published to "${plan.name}": ${lines.join('\n  ')}`);
}

function releaseBody(request: SyncRequest, { target, live, plan }: PlannedTarget): ReleaseBody {
  const declared = declaredFor(target, request.declarations, request.registry);
  return {
    version: 1,
    scope: scopeText(target.scope),
    parent: live.release,
    commit: request.commit.hash,
    connectors: Object.fromEntries(plan.steps.flatMap((step) => entryOf(step, declared, live))),
    liftPins: request.liftPins,
    overrides: request.overrides.map(({ digest, reason }) => ({ digest, reason })),
  };
}

type Entry = [string, ReleaseBody['connectors'][ConnectorId]];

/** What a step leaves in the release: what is declared, for a held one what is live, for a retired one nothing. */
function entryOf(step: Step, declared: Declared, live: LiveState): Entry[] {
  if (step.kind === 'held') {
    const entry = live.entries.get(step.connector);
    return entry === undefined ? [] : [[step.connector, { ...entry, stage: 'registered' }]];
  }
  const wanted = declared.connectors.find((connector) => connector.id === step.connector);
  if (wanted === undefined || step.to === undefined) return [];
  const { digest, owners, origin } = wanted;
  return [[step.connector, { digest, stage: 'registered', owners, ...(origin === undefined ? {} : { origin }) }]];
}

async function upload(
  { planned, declarations, authenticate, progress }: SyncRequest,
  body: ReleaseBody,
): Promise<number> {
  const wanted = new Map(
    [...declarations.values()].map((declaration): [Digest, Declaration] => [declaration.digest, declaration]),
  );
  const digests = [...new Set(Object.values(body.connectors).map((entry) => entry.digest))];
  const missing = await registryReader(planned.target, authenticate).missing(digests);
  const writer = registryWriter(planned.target, authenticate, body);
  for (const [done, digest] of missing.entries()) {
    progress?.(done, missing.length);
    const declaration = wanted.get(digest);
    if (declaration !== undefined) await writer.upload(digest, encodeRevision(declaration.content, declaration.origin));
  }
  progress?.(missing.length, missing.length);
  return missing.length;
}
