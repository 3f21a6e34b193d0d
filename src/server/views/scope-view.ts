import type { ReleaseHeader } from '../../adapters/store/release-store.ts';
import type { RevisionSummary } from '../../adapters/store/revision-store.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { ConnectorId } from '../../domain/connector-id.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReleaseEntry } from '../../domain/release.ts';
import { scopeText, type Scope } from '../../domain/scope.ts';
import { isVisible, type KnownCaller } from '../../domain/visibility.ts';
import type { Rendered } from '../http/conditional.ts';
import { lruOf, type Lru } from './lru.ts';

/** A connector that a scope serves. */
export interface ViewEntry {
  readonly name: ConnectorId;
  readonly entry: ReleaseEntry;
  readonly summary: RevisionSummary;
}

/** What a scope serves as of one release. It never changes, so whatever is rendered from it is kept with it. */
export interface ScopeView {
  readonly header: ReleaseHeader;
  /** Sorted by name. */
  readonly entries: ReadonlyMap<ConnectorId, ViewEntry>;
  readonly rendered: Lru<Rendered>;
}

export interface ViewCache {
  /** The newest release of a scope; undefined when nothing was ever published there. */
  readonly of: (store: Store, scope: Scope) => Promise<ScopeView | undefined>;
}

const SCOPES = 500;
/** Bytes of rendered answers that one release keeps. */
const RENDERED = 16 * 1024 * 1024;

/** Only which release is the newest is asked every time; everything else about it is read once. */
export function viewCache(): ViewCache {
  const kept: Lru<ScopeView> = lruOf(SCOPES);
  return {
    of: async (store, scope) => {
      const header = await store.tenant(scope.tenant).releases.head(scope);
      if (header === undefined) return undefined;
      const key = scopeText(scope);
      const known = kept.get(key);
      if (known?.header.digest === header.digest) return known;
      const view = await read(store, header);
      kept.set(key, view);
      return view;
    },
  };
}

async function read(store: Store, header: ReleaseHeader): Promise<ScopeView> {
  const tenant = store.tenant(header.scope.tenant);
  const entries = await tenant.releases.entries(header.scope, header.sequence);
  const summaries = await tenant.revisions.summaries([...entries.values()].map((entry) => entry.digest));
  const view = [...entries].map(([name, entry]): [ConnectorId, ViewEntry] => {
    const summary = summaries.get(entry.digest);
    if (summary === undefined) throw new Failure('unavailable', `The stored revision ${entry.digest} cannot be read`);
    return [name, { name, entry, summary }];
  });
  return { header, entries: new Map(view), rendered: lruOf(RENDERED) };
}

/** What a caller may see of a scope, sorted by name. */
export function visibleEntries(view: ScopeView, caller: KnownCaller): readonly ViewEntry[] {
  return [...view.entries.values()].filter(({ entry }) => isVisible(caller, view.header.scope, entry.owners));
}

/** Callers of one class see the same of a scope: they share what is rendered. */
export function visibilityClass(view: ScopeView, caller: KnownCaller): string {
  const whole = isVisible(caller, view.header.scope, { users: [], groups: [], github: [] });
  return whole ? 'whole' : JSON.stringify([caller.subject, [...caller.groups].sort()]);
}
