import type { AuditEntry } from '../../adapters/store/audit-log.ts';
import type { CommitResult, Override, ReleaseHeader } from '../../adapters/store/release-store.ts';
import type { ConnectorId } from '../../domain/connector-id.ts';
import type { Digest } from '../../domain/digest.ts';
import type { Publisher, ReleaseEntry, Source } from '../../domain/release.ts';
import { scopeText, type Scope } from '../../domain/scope.ts';
import type { ServerContext } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { applyChanges, type Draft, type Live } from './overlay.ts';
import { releaseDigest, releaseForm } from './release-form.ts';

/** A scope as it is now: its head, what it serves and what was rejected. */
export interface LiveScope extends Live {
  readonly scope: Scope;
  readonly head: ReleaseHeader | undefined;
}

/** What a new release says of itself. */
export interface Statement {
  readonly kind: ReleaseHeader['kind'];
  readonly commit: string;
  readonly source: Source;
  readonly publisher: Publisher;
  readonly reason: string;
  readonly overrides: readonly Override[];
}

export async function readLive({ store }: ServerContext, scope: Scope): Promise<LiveScope> {
  const { releases } = store.tenant(scope.tenant);
  const head = await releases.head(scope);
  const entries: ReadonlyMap<ConnectorId, ReleaseEntry> =
    head === undefined ? new Map() : await releases.entries(scope, head.sequence);
  return { scope, head, entries, pins: await releases.pins(scope) };
}

/** A publisher names the release it planned from; anything newer than that is somebody else's work. */
export function demandParent({ head }: LiveScope, parent: Digest | null): void {
  const now = head?.digest ?? null;
  if (now === parent) return;
  throw new Problem('release/parent-moved', 'The newest release is not the one that the request names', {
    more: { release: now, sequence: head?.sequence ?? 0 },
  });
}

/** Commits the next release of a scope. Everything in it was computed from `live`; when that moved meanwhile, nothing is written. */
export async function commitNext(
  context: ServerContext,
  live: LiveScope,
  draft: Draft,
  statement: Statement,
  audit: Omit<AuditEntry, 'action' | 'on' | 'details'>,
): Promise<ReleaseHeader> {
  const undigested = {
    ...statement,
    scope: live.scope,
    sequence: (live.head?.sequence ?? 0) + 1,
    parent: live.head?.digest ?? null,
    at: context.clock().toISOString(),
  };
  const digest = releaseDigest(releaseForm(undigested, applyChanges(live.entries, draft.changes)));
  const header = { ...undigested, digest };
  const result = await context.store.tenant(live.scope.tenant).releases.commit(
    { header, changes: draft.changes, pins: draft.pins, unpins: draft.unpins },
    {
      ...audit,
      action: `release/${statement.kind}`,
      on: scopeText(live.scope),
      details: { before: header.parent, after: digest, changed: draft.changes.size, reason: statement.reason },
    },
  );
  demandCommitted(result);
  return header;
}

function demandCommitted(result: CommitResult): void {
  switch (result.kind) {
    case 'committed':
      return;
    case 'parent-moved':
      throw new Problem('release/parent-moved', 'Somebody published while this release was made');
    case 'revision-missing':
      throw new Problem('release/revision-missing', undefined, { more: { digests: result.digests } });
  }
}
