import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What is served, with the tag that changes when it changes. */
export interface Rendered {
  readonly bytes: Buffer;
  readonly etag: string;
}

export function rendered(text: string): Rendered {
  const bytes = Buffer.from(text);
  return { bytes, etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"` };
}

/** Ask again each time, with the tag: what may be seen changes with each release and each grant. */
export const REVALIDATE = 'private, no-cache';
/** What is named by its digest never changes. Private: another caller may not see it. */
export const IMMUTABLE = 'private, max-age=31536000, immutable';

interface Served {
  readonly etag: string;
  readonly type: string;
  readonly cacheControl: string;
  readonly bytes: () => Buffer | Promise<Buffer>;
}

/** 304 without rendering anything when the caller has it already. */
export async function serve(request: FastifyRequest, reply: FastifyReply, served: Served): Promise<FastifyReply> {
  reply.headers({ etag: served.etag, 'cache-control': served.cacheControl });
  if (hasTag(request.headers['if-none-match'], served.etag)) return reply.code(304).send();
  return reply.type(served.type).send(await served.bytes());
}

/** `If-None-Match` compares weakly (RFC 9110 §13.1.2). */
function hasTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
