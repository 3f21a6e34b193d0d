import type { FastifyRequest } from 'fastify';
import { parseDigest, type Digest } from '../../domain/digest.ts';
import { Problem } from '../http/problem.ts';

/** The parent that a request names: `If-Match: "<digest>"`, or `If-None-Match: *` for the first release of a scope. */
export function parentOf({ headers }: Pick<FastifyRequest, 'headers'>): Digest | null {
  const match = headers['if-match'];
  if (match === undefined && headers['if-none-match'] === '*') return null;
  const digest = parseDigest(/^"(.*)"$/.exec(match ?? '')?.[1] ?? '');
  if (digest !== undefined) return digest;
  const detail = 'Send If-Match with the digest of the newest release, or If-None-Match: * for the first';
  throw new Problem('release/parent-needed', detail);
}
