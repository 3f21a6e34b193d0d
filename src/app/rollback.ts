import { registryReader, registryWriter, type Authenticate } from '../adapters/registry/client.ts';
import { parseDigest, type Digest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import { arrayMember, member, stringMember } from '../domain/json.ts';
import type { Target } from '../domain/registry-file.ts';
import { readLiveState } from './plan-targets.ts';

export interface RolledBack {
  readonly digest: Digest;
  readonly sequence: number;
  /** Connectors that are pinned now: plans show them as held. */
  readonly held: readonly string[];
}

/**
 * Brings back this source's entries of an earlier release, as a new release. What was live is pinned, so that the next sync does not
 * publish it again.
 */
export async function rollback(
  target: Target,
  release: Digest,
  reason: string,
  authenticate: Authenticate,
): Promise<RolledBack> {
  const live = await readLiveState(target, registryReader(target, authenticate));
  if (live.release === null) {
    throw new Failure('refused', `Nothing was ever published to "${target.name}"`);
  }
  const answer = await registryWriter(target, authenticate).rollback(live.release, release, reason);
  const digest = parseDigest(stringMember(answer, 'digest') ?? '');
  const sequence = member(answer, 'sequence');
  if (digest === undefined || typeof sequence !== 'number') {
    throw new Failure(
      'unavailable',
      `The registry of "${target.name}" answers the rollback without the digest of a release`,
    );
  }
  const held = (arrayMember(answer, 'held') ?? []).filter((name) => typeof name === 'string');
  return { digest, sequence, held };
}
