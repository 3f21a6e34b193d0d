import { parseDigest } from '../domain/digest.ts';
import { Failure } from '../domain/failure.ts';
import type { Override } from '../plan/plan.ts';

/** Overrides as a person gives them: digests, and one reason for all. @throws Failure (`usage`). */
export function parseOverrides(digests: readonly string[], reason: string): Override[] {
  if (digests.length > 0 && reason.trim() === '') {
    throw new Failure('usage', 'An override needs a reason: it is kept with the release');
  }
  return digests.map((text) => {
    const digest = parseDigest(text);
    if (digest !== undefined) return { digest, reason };
    throw new Failure('usage', `"${text}" is not the digest of a step or a plan (sha256: and 64 digits)`);
  });
}
