import { readFileSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';
import { stringMember } from '../domain/json.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Compares a plan with the one in a file, as `connectors plan --out` wrote it.
 * @throws Failure (`usage`) for a file that is no plan, (`conflict`) when the steps are others by now.
 */
export function refuseOtherThan(file: string, plan: Plan): void {
  const saved = savedDigest(file);
  if (saved === plan.digest) return;
  throw new Failure('conflict', `The plan in "${file}" is ${saved}, and by now it would be ${plan.digest}`, {
    hint: 'The files or the live state moved since: plan again, and look at what changed',
  });
}

function savedDigest(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Failure('usage', `The plan "${file}" cannot be read`, { cause });
  }
  try {
    const digest = stringMember(JSON.parse(text), 'digest');
    if (digest !== undefined) return digest;
  } catch {
    // Told below.
  }
  throw new Failure('usage', `"${file}" is not a plan: "connectors plan --out ${file}" writes one`);
}
