const CODES: ReadonlySet<string> = new Set(['auth/secret-in-file', 'auth/client-secret-in-file']);

/** Whether findings of this code stand at a secret, which may be of no known form: a report shows no source there. */
export function isAboutSecret(code: string): boolean {
  return CODES.has(code);
}
