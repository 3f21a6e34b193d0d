import type { ConnectorId } from '../domain/connector-id.ts';
import type { Digest } from '../domain/digest.ts';
import type { Owners } from '../domain/release.ts';
import type { ChangeSummary, Declared, DeclaredConnector, LiveEntry, LiveState, Step, TargetPlan } from './plan.ts';
import { stepDigest } from './plan-digest.ts';
import { judgeSteps } from './valves.ts';

/**
 * The steps that make a scope serve what is declared: three-way (declared, live, last applied), deterministic, without clock. Own
 * entries only: what other sources publish in the scope is neither seen nor counted.
 * `changes` holds, by connector, what the change engine says of live against declared; a connector that is not in it has no class.
 */
export function planTarget(
  declared: Declared,
  live: LiveState,
  changes: ReadonlyMap<string, ChangeSummary> = new Map(),
): TargetPlan {
  const { target } = declared;
  const wanted = new Map(declared.connectors.filter(isPublished).map((connector) => [connector.id, connector]));
  const drafts = new Set(declared.connectors.filter((connector) => !isPublished(connector)).map(({ id }) => id));
  const renames = renamesOf(wanted, live);

  const drawn = [
    ...[...wanted.values()].map((connector) => stepFor(connector, live, renames.get(connector.id))),
    ...[...live.entries].flatMap(([id, entry]) =>
      wanted.has(id) || [...renames.values()].includes(id) ? [] : [stepForAbsent(id, entry, live, drafts.has(id))],
    ),
  ];
  const steps = drawn
    .map((step) => withClass(step, changes))
    .map((step) => ({ digest: stepDigest(target.scope, step), ...step }))
    .toSorted((one, two) => (one.connector < two.connector ? -1 : 1));

  return {
    name: target.name,
    scope: target.scope,
    parent: live.release,
    rules: { digest: live.rules.digest, same: live.rules.digest === declared.rules },
    steps: judgeSteps(steps, declared, live, changes),
  };
}

type Drawn = Omit<Step, 'digest'>;

function isPublished(connector: DeclaredConnector): boolean {
  return connector.stage === 'registered';
}

/** New name -> old name, where the old one is live, ours, and no longer declared. Each old name is given away once, to the first by name. */
function renamesOf(
  wanted: ReadonlyMap<ConnectorId, DeclaredConnector>,
  live: LiveState,
): Map<ConnectorId, ConnectorId> {
  const renames = new Map<ConnectorId, ConnectorId>();
  const given = new Set<string>();
  for (const connector of [...wanted.values()].toSorted((one, two) => (one.id < two.id ? -1 : 1))) {
    if (live.entries.has(connector.id)) continue;
    const former = [...live.entries.keys()]
      .toSorted()
      .find((id) => connector.formerNames.includes(id) && !wanted.has(id) && !given.has(id));
    if (former === undefined) continue;
    given.add(former);
    renames.set(connector.id, former);
  }
  return renames;
}

function stepFor(connector: DeclaredConnector, live: LiveState, former: ConnectorId | undefined): Drawn {
  const { id, digest: to } = connector;
  if (isHeld(id, to, live)) return held(id, live.entries.get(id)?.digest, to);
  if (former !== undefined) return rename(connector, former, live.entries.get(former)?.digest);
  const entry = live.entries.get(id);
  if (entry === undefined) return { kind: 'create', connector: id, to };
  const from = entry.digest;
  if (from !== to) return { kind: isReconversion(entry, connector) ? 'reconvert' : 'update', connector: id, from, to };
  return { kind: sameOwners(entry.owners, connector.owners) ? 'keep' : 'restage', connector: id, from, to };
}

function rename({ id, digest: to }: DeclaredConnector, formerName: ConnectorId, from: Digest | undefined): Drawn {
  return { kind: 'rename', connector: id, formerName, ...(from === undefined ? {} : { from }), to };
}

function stepForAbsent(id: ConnectorId, entry: LiveEntry, live: LiveState, draft: boolean): Drawn {
  if (isHeld(id, null, live)) return held(id, entry.digest, undefined);
  return { kind: draft ? 'restage' : 'retire', connector: id, from: entry.digest };
}

function held(connector: ConnectorId, from: Digest | undefined, to: Digest | undefined): Drawn {
  return { kind: 'held', connector, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function isHeld(id: ConnectorId, declared: Digest | null, live: LiveState): boolean {
  const rejected = live.pins.some((pin) => pin.connector === id && pin.rejected === declared);
  return rejected && (live.entries.get(id)?.digest ?? null) !== declared;
}

/** The author's document did not change, the converter did: its digest moved all the same. */
function isReconversion(entry: LiveEntry, connector: DeclaredConnector): boolean {
  const before = entry.origin;
  const after = connector.origin;
  return (
    before?.sourceSha256 !== undefined &&
    before.sourceSha256 === after?.sourceSha256 &&
    before.converter !== after.converter
  );
}

function sameOwners(one: Owners, two: Owners): boolean {
  const text = ({ users, groups, github }: Owners): string =>
    JSON.stringify([users, groups, github].map((list) => list.toSorted()));
  return text(one) === text(two);
}

function withClass(step: Drawn, changes: ReadonlyMap<string, ChangeSummary>): Drawn {
  const found = changes.get(step.connector)?.class;
  return found === undefined || step.kind === 'keep' || step.kind === 'held' ? step : { ...step, class: found };
}
