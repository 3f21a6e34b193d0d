import type { RegistryReader } from '../adapters/registry/client.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import { deprecatedIds } from '../domain/deprecated-ids.ts';
import { fetchRevision } from './fetch-revision.ts';

/** So many revisions are looked back on at most: each is a request. */
const MOST = 200;

/**
 * Since when operations are deprecated in a registry: by id, the day of the release that first served the deprecation, for one that has
 * stood since. `connector` is the name that is live.
 */
export async function deprecatedLive(
  reader: RegistryReader,
  connector: ConnectorId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const since = new Map<string, string>();
  if (ids.length === 0) return since;
  let open = [...ids];
  for (const { digest, day } of (await reader.history(connector)).slice(0, MOST)) {
    const deprecated = deprecatedIds((await fetchRevision(reader, digest)).openapi);
    open = open.filter((id) => deprecated.has(id));
    if (open.length === 0) break;
    for (const id of open) since.set(id, day);
  }
  return since;
}
