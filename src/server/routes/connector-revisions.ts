import type { Digest } from '../../domain/digest.ts';
import { seesWholeScope } from '../auth/enter-scope.ts';
import type { KnownIdentity } from '../auth/identity.ts';
import type { ServerContext } from '../context.ts';
import type { FoundEntry } from './find-entry.ts';

export interface PastRevision {
  readonly digest: Digest;
  readonly release: Digest;
  /** Of the first release that served it, in an unbroken run. */
  readonly sequence: number;
  readonly at: string;
  readonly current: boolean;
}

/**
 * What a connector was, newest first. Changes of owners alone are no revisions. Somebody who sees the connector only as its owner does not see
 * what another source published under the name before.
 */
export async function revisionsOf(
  { store }: ServerContext,
  identity: KnownIdentity,
  { view, name, entry }: FoundEntry,
): Promise<readonly PastRevision[]> {
  const { scope, sequence: until } = view.header;
  const history = await store.tenant(scope.tenant).releases.history(scope, name);
  const whole = seesWholeScope(identity, scope);
  const found: PastRevision[] = [];
  let last: Digest | undefined;
  for (const { entry: past, release, sequence, at } of history.filter((change) => change.sequence <= until).reverse()) {
    if (past !== null && past.digest !== last && (whole || past.source === entry.source)) {
      found.unshift({ digest: past.digest, release, sequence, at, current: false });
    }
    last = past?.digest;
  }
  const [newest, ...older] = found;
  return newest === undefined ? [] : [{ ...newest, current: true }, ...older];
}
