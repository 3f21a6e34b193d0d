import { randomBytes } from 'node:crypto';

/** An id for a row that people name in commands: `token-3f9c…`. Not a secret. */
export function newId(kind: 'token' | 'binding' | 'grant'): string {
  return `${kind}-${randomBytes(10).toString('hex')}`;
}
