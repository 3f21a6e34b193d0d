import { registryReader, scopeUrl, type Authenticate, type RegistryReader } from '../adapters/registry/client.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import { Failure } from '../domain/failure.ts';
import type { RegistryFile, Target } from '../domain/registry-file.ts';
import type { Acknowledged } from '../diff/acknowledge.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { planOf } from '../plan/plan-digest.ts';
import { planTarget } from '../plan/plan-target.ts';
import type { LiveState, Plan, TargetPlan } from '../plan/plan.ts';
import { factsFrom } from './connector-facts.ts';
import { declarationsOf, declaredFor, type Declaration } from './declare.ts';
import { liveChanges, summaries } from './live-changes.ts';
import { parseLiveState } from './live-state.ts';

/** Gives the way to sign in at a target. */
export type AuthenticateFor = (target: Target) => Authenticate;

export interface PlannedTarget {
  readonly target: Target;
  readonly plan: TargetPlan;
  readonly live: LiveState;
  readonly changes: ReadonlyMap<ConnectorId, Acknowledged>;
}

export interface Planned {
  readonly plan: Plan;
  readonly targets: readonly PlannedTarget[];
  readonly declarations: ReadonlyMap<ConnectorId, Declaration>;
  /** YYYY-MM-DD: the day to which the notice of removed operations was counted. */
  readonly now: string;
}

/** Plans the named targets of registry.yaml, all of them when none is named. Reads only. */
export async function planTargets(
  loaded: LoadedTree,
  names: readonly string[],
  authenticateFor: AuthenticateFor,
  { now, liftPins = [] }: { readonly now: string; readonly liftPins?: readonly string[] | undefined },
): Promise<Planned> {
  const declarations = declarationsOf(loaded.connectors);
  const targets: PlannedTarget[] = [];
  for (const target of targetsNamed(loaded.registry, names)) {
    const authenticate = authenticateFor(target);
    targets.push(await planOneTarget(target, { declarations, registry: loaded.registry, authenticate, liftPins, now }));
  }
  return { plan: planOf(targets.map(({ plan }) => plan)), targets, declarations, now };
}

export interface TargetRequest {
  readonly declarations: ReadonlyMap<ConnectorId, Declaration>;
  readonly registry: RegistryFile;
  readonly authenticate: Authenticate;
  readonly liftPins: readonly string[];
  /** YYYY-MM-DD: the day to which the notice of removed operations is counted. */
  readonly now: string;
}

export async function planOneTarget(
  target: Target,
  { declarations, registry, authenticate, liftPins, now }: TargetRequest,
): Promise<PlannedTarget> {
  const reader = registryReader(target, authenticate);
  const live = withoutPins(await readLiveState(target, reader), liftPins);
  const declared = declaredFor(target, declarations, registry);
  const sent = new Map(
    [...declarations].filter(([id]) => declared.connectors.some((connector) => connector.id === id)),
  );
  const changes = await liveChanges(sent, live, reader, {
    now,
    noticeDays: registry.noticeDays,
    factsOf: factsFrom([registry]),
  });
  return { target, live, changes, plan: planTarget(declared, live, summaries(changes, sent)) };
}

function withoutPins(live: LiveState, names: readonly string[]): LiveState {
  return names.length === 0 ? live : { ...live, pins: live.pins.filter((pin) => !names.includes(pin.connector)) };
}

export async function readLiveState(target: Target, reader: RegistryReader): Promise<LiveState> {
  return parseLiveState(await reader.head(), `${scopeUrl(target)}/releases/head`);
}

/** @throws Failure (`usage`) for a name that registry.yaml does not have, or when it has no target at all. */
export function targetsNamed(registry: RegistryFile, names: readonly string[]): readonly Target[] {
  if (registry.targets.length === 0) {
    throw new Failure('usage', 'registry.yaml names no target', {
      hint: 'Add one below "targets": see docs/registry-yaml.md',
    });
  }
  if (names.length === 0) return registry.targets;
  return names.map((name) => {
    const found = registry.targets.find((target) => target.name === name);
    if (found !== undefined) return found;
    const known = registry.targets.map((target) => target.name).join(', ');
    throw new Failure('usage', `registry.yaml has no target "${name}"`, { hint: `It has: ${known}` });
  });
}
