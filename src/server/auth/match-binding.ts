import type { Binding } from '../../adapters/store/binding-store.ts';
import { Problem } from '../http/problem.ts';
import { workflowFileOf, type GithubClaims } from './github-claims.ts';

export type Purpose = 'read' | 'publish';

/** What starts code that somebody with write access chose. */
const PUBLISHING_EVENTS: readonly string[] = ['push', 'workflow_dispatch', 'schedule'];
/** A run after a pull request's run is base code too, but its input is not: it may read, so that it can plan. */
const READING_EVENTS: readonly string[] = [...PUBLISHING_EVENTS, 'workflow_run'];

/**
 * The binding that lets this job have a token. Ids decide, never names: a name that its owner gave up can be taken by anybody.
 * Throws a Problem that says what differs, which the job's own claims show it anyway.
 */
export function matchBinding(bindings: readonly Binding[], claims: GithubClaims, purpose: Purpose): Binding {
  demandEvent(claims, purpose);
  const own = bindings.filter((one) => one.repositoryId === claims.repositoryId && one.ownerId === claims.ownerId);
  const fitting = own.filter((one) => purpose === 'read' || one.role === 'publisher');
  if (fitting.length === 0) throw noBinding(bindings, own, claims, purpose);
  const matching = fitting.filter((one) => differences(one, claims).length === 0);
  // One that names the environment says more than one that does not.
  const found = matching.find((one) => one.environment !== undefined) ?? matching[0];
  if (found !== undefined) return found;
  const [nearest = []] = fitting.map((one) => differences(one, claims)).sort((a, b) => a.length - b.length);
  throw new Problem('oidc/not-bound', `The binding of "${claims.repository}" names ${nearest.join(' and ')}`);
}

function demandEvent({ event }: GithubClaims, purpose: Purpose): void {
  const accepted = purpose === 'publish' ? PUBLISHING_EVENTS : READING_EVENTS;
  if (accepted.includes(event)) return;
  throw new Problem('oidc/event', `The event "${event}" may not ${purpose}; accepted are ${accepted.join(', ')}`);
}

function noBinding(
  bindings: readonly Binding[],
  own: readonly Binding[],
  claims: GithubClaims,
  purpose: Purpose,
): Problem {
  if (own.length > 0) {
    return new Problem('oidc/not-bound', `The binding of "${claims.repository}" is for reading, not to ${purpose}`);
  }
  const sameName = bindings.some((one) => one.repository.toLowerCase() === claims.repository.toLowerCase());
  if (!sameName) return new Problem('oidc/not-bound', `"${claims.repository}" is not bound to this scope`);
  const { repository, repositoryId, ownerId } = claims;
  const detail = `"${repository}" is bound with other ids than repository ${repositoryId} of owner ${ownerId}`;
  return new Problem('oidc/repository-changed', `${detail}: it was made anew, moved, or taken over`);
}

function differences(binding: Binding, claims: GithubClaims): string[] {
  const file = workflowFileOf(claims);
  const { environment } = binding;
  return [
    ...(file === binding.workflow ? [] : [`workflow "${binding.workflow}", not "${file ?? claims.workflowRef}"`]),
    ...(claims.ref === binding.ref ? [] : [`ref "${binding.ref}", not "${claims.ref}"`]),
    ...(environment === undefined || environment.toLowerCase() === claims.environment?.toLowerCase()
      ? []
      : [`environment "${environment}", not "${claims.environment ?? ''}"`]),
  ];
}
