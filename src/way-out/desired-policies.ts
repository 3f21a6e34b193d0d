import type { Connector } from '../domain/connector.ts';
import { arrayMember, type Json, type JsonObject } from '../domain/json.ts';
import { policiesOf, routePolicy, withOperations, type Policy } from './policy-list.ts';
import type { Solved } from './renew-operation.ts';

export interface DesiredPolicies {
  readonly policies: readonly JsonObject[];
  /** Undefined: the connector has none, and gets none. */
  readonly scriptOperations: readonly Json[] | undefined;
}

/**
 * Policies and custom code for operations that stay beside what they became: each is treated as its own version was. An operation that stays
 * keeps the policies that it had, its new version has those of today, and is routed where its path leads nowhere.
 */
export function desiredPolicies(before: Connector, after: Connector, solved: readonly Solved[]): DesiredPolicies {
  const names = namesIn(solved);
  const [older, newer] = [policiesOf(before), policiesOf(after)];
  const kept = newer.flatMap((policy) => adapted(policy, older, names));
  const brought = older.flatMap((policy) => broughtBack(policy, newer, names));
  const routes = solved.flatMap(({ case: { after: now }, version, routedTo }) => {
    const isRouted = newer.some((policy) => policy.template === 'routerequesttoendpoint' && worksOn(policy, now?.id));
    return version === undefined || routedTo === undefined || isRouted ? [] : [routePolicy(version.id, routedTo)];
  });
  return { policies: [...kept, ...brought, ...routes], scriptOperations: scriptOperations(before, after, names) };
}

interface Names {
  /** From a former id to that of its new version. */
  readonly versions: ReadonlyMap<string, string>;
  /** Ids that mean what they meant in the older version. */
  readonly restored: ReadonlySet<string>;
  /** From a new id to the one that it gives up again. */
  readonly undone: ReadonlyMap<string, string>;
}

function namesIn(solved: readonly Solved[]): Names {
  const versions = solved.flatMap(({ case: { after }, version }): [string, string][] =>
    version === undefined || after?.id === undefined ? [] : [[after.id, version.id]],
  );
  const restored = solved.flatMap(({ case: { id, way } }) => (way === 'restore' || way === 'new-version' ? [id] : []));
  const undone = solved.flatMap(({ case: { id, way, after } }): [string, string][] =>
    way === 'keep-id' && after?.id !== undefined ? [[after.id, id]] : [],
  );
  return { versions: new Map(versions), restored: new Set(restored), undone: new Map(undone) };
}

function worksOn({ operations }: Policy, id: string | undefined): boolean {
  return operations === undefined || (id !== undefined && operations.includes(id));
}

/** What one of today's policies becomes: with the new versions in its list, and without what stays as it was, unless it did that before. */
function adapted(policy: Policy, older: readonly Policy[], { versions, restored, undone }: Names): JsonObject[] {
  const { operations } = policy;
  if (operations === undefined) return [policy.value];
  const earlier = new Set(older.filter(({ work }) => work === policy.work).flatMap((one) => one.operations ?? []));
  const isFormer = (id: string): boolean => restored.has(id) || versions.has(id);
  const stay = operations
    .filter((id) => !isFormer(id) || (restored.has(id) && earlier.has(id)))
    .map((id) => undone.get(id) ?? id);
  const back = [...earlier].filter((id) => restored.has(id) && !stay.includes(id));
  const now = operations.flatMap((id) => versions.get(id) ?? []);
  const all = [...stay, ...back, ...now];
  if (all.length === operations.length && all.every((id, index) => id === operations[index])) return [policy.value];
  // The state of a polling trigger is stored under what its policy says, so that one stays by itself.
  if (policy.template !== 'pollingtrigger') return all.length === 0 ? [] : [withOperations(policy, all)];
  return [[...stay, ...back], now].flatMap((ids) => {
    if (ids.length === 0) return [];
    return ids.length === operations.length && ids.every((id, index) => id === operations[index])
      ? [policy.value]
      : [withOperations(policy, ids)];
  });
}

/** A policy that is gone or does something else now, for the operations that stay as they were. */
function broughtBack(policy: Policy, newer: readonly Policy[], { restored }: Names): JsonObject[] {
  const ids = (policy.operations ?? []).filter((id) => restored.has(id));
  const isThere = newer.some((one) => one.work === policy.work && one.operations !== undefined);
  return ids.length === 0 || isThere ? [] : [withOperations(policy, ids)];
}

function scriptOperations(
  before: Connector,
  after: Connector,
  { versions, restored, undone }: Names,
): readonly Json[] | undefined {
  const [earlier, now] = [before, after].map(({ properties }) => arrayMember(properties?.value, 'scriptOperations'));
  if (now === undefined || now.length === 0) return now;
  const isGone = (id: string): boolean => versions.has(id) && !restored.has(id);
  const stay = now.flatMap((id): Json[] => (typeof id !== 'string' ? [id] : isGone(id) ? [] : [undone.get(id) ?? id]));
  const added = now.flatMap((id): Json[] => (typeof id === 'string' ? [versions.get(id) ?? []].flat() : []));
  const back = (earlier ?? []).filter((id) => typeof id === 'string' && restored.has(id) && !stay.includes(id));
  return [...stay, ...back, ...added];
}
