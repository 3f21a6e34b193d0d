import { parseConnectorId } from '../../domain/connector-id.ts';
import { isVisible } from '../../domain/visibility.ts';
import { enterScope, type ScopeParameters } from '../auth/enter-scope.ts';
import type { KnownIdentity } from '../auth/identity.ts';
import type { ServerContext } from '../context.ts';
import { notFound } from '../http/problem.ts';
import type { ScopeView, ViewEntry } from '../views/scope-view.ts';

export interface ConnectorParameters extends ScopeParameters {
  readonly name: string;
}

export interface FoundEntry extends ViewEntry {
  readonly view: ScopeView;
}

/**
 * The connector that a path names, for this caller. Another tenant, a scope that nobody published to, a name that was never taken and a
 * connector that the caller may not see all end in the same answer.
 */
export async function findEntry(
  { store, views }: ServerContext,
  identity: KnownIdentity,
  path: ConnectorParameters,
): Promise<FoundEntry> {
  const scope = enterScope(identity, path);
  const name = parseConnectorId(path.name);
  const view = await views.of(store, scope);
  const found = name === undefined ? undefined : view?.entries.get(name);
  if (view === undefined || found === undefined || !isVisible(identity.caller, scope, found.entry.owners)) {
    throw notFound();
  }
  return { ...found, view };
}
