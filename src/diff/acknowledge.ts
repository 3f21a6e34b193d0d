import type { Change } from '../domain/change.ts';
import type { Manifest } from '../domain/connector.ts';

/**
 * Marks the breaking changes that connector.yaml acknowledges: exactly these fingerprints, against exactly this base digest.
 * A forbidden change is never acknowledged here: only a reviewer's override lifts it.
 */
export function acknowledge(changes: readonly Change[], manifest: Manifest, baseDigest: string): Change[] {
  const known = new Set(
    manifest.acknowledgements.filter((entry) => entry.base === baseDigest).flatMap((entry) => entry.fingerprints),
  );
  return changes.map((change) =>
    change.class === 'breaking' && known.has(change.fingerprint) ? { ...change, acknowledged: true } : change,
  );
}
