import { parseScope, type Scope } from '../../domain/scope.ts';
import { isGranted } from '../../domain/visibility.ts';
import { notFound } from '../http/problem.ts';
import type { KnownIdentity } from './identity.ts';

export interface ScopeParameters {
  readonly tenant: string;
  readonly subscription: string;
  readonly region: string;
}

/**
 * The scope in a path, when it is in the caller's own tenant; whatever else stands there does not exist.
 * Which connectors are visible in it is judged entry by entry.
 */
export function enterScope({ caller, token }: KnownIdentity, path: ScopeParameters): Scope {
  const scope = parseScope(`${path.tenant}/${path.subscription}/${path.region}`);
  if (scope === undefined || scope.tenant !== caller.tenant) throw notFound();
  const bound = token.bound?.scope;
  if (bound !== undefined && (bound.subscription !== scope.subscription || bound.region !== scope.region)) {
    throw notFound();
  }
  return scope;
}

/** The same, for what concerns the scope as a whole: its releases, its head, publishing. Owning one connector in it is not enough. */
export function enterWholeScope(identity: KnownIdentity, path: ScopeParameters): Scope {
  const scope = enterScope(identity, path);
  if (!seesWholeScope(identity, scope)) throw notFound();
  return scope;
}

export function seesWholeScope({ caller }: KnownIdentity, scope: Scope): boolean {
  return caller.tenant === scope.tenant && (caller.role === 'operator' || isGranted(caller, scope));
}
