import type { TenantStore } from '../../adapters/store/store.ts';
import { decodeRevision } from '../../digest/revision-bytes.ts';
import type { Digest } from '../../domain/digest.ts';
import { Failure } from '../../domain/failure.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import { lruOf, type Lru } from './lru.ts';

/** Bytes of stored form; a decoded document takes a few times as much. */
const CAPACITY = 64 * 1024 * 1024;

/** Decoded revisions, kept by tenant and digest: they never change. */
export interface RevisionCache {
  readonly content: (tenant: TenantStore, digest: Digest) => Promise<RevisionContent>;
}

export function revisionCache(): RevisionCache {
  const kept: Lru<RevisionContent> = lruOf(CAPACITY);
  return {
    content: async (tenant, digest) => {
      const key = `${tenant.tenant} ${digest}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const { content, size } = await read(tenant, digest);
      kept.set(key, content, size);
      return content;
    },
  };
}

async function read(
  tenant: TenantStore,
  digest: Digest,
): Promise<{ readonly content: RevisionContent; readonly size: number }> {
  const bytes = await tenant.revisions.bytes(digest);
  const decoded = bytes === undefined ? undefined : decodeRevision(bytes);
  if (bytes === undefined || decoded?.kind !== 'revision') {
    throw new Failure('unavailable', `The stored revision ${digest} cannot be read`);
  }
  return { content: decoded.content, size: bytes.length };
}
