import type { RuleCode } from '../finding.ts';

const CODES: ReadonlySet<RuleCode> = new Set(['auth/secret-in-file', 'auth/client-secret-in-file']);

/** Whether findings of this code stand at a secret, which may be of no known form: a report shows no source there. */
export function isAboutSecret(code: RuleCode): boolean {
  return CODES.has(code);
}
