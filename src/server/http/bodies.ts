import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body exactly as it came: what a publishing token is bound to. */
    rawBody: Buffer;
  }
}

const NOTHING = Buffer.alloc(0);

/** Bytes for each kind of body; the largest real connector is about 1.1 MB, 10,000 entries of a release about 3 MB. */
export const BODY_LIMITS = {
  small: 16 * 1024,
  digests: 2 * 1024 * 1024,
  revision: 16 * 1024 * 1024,
  release: 8 * 1024 * 1024,
};

/** JSON in UTF-8 and nothing else: no forms, no text, no guessing by content. */
export function readBodies(server: FastifyInstance): void {
  server.decorateRequest('rawBody');
  server.addHook('onRequest', async (request) => {
    request.rawBody = NOTHING;
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body;
    try {
      done(null, parseJson(body));
    } catch {
      done(new Problem('request/not-json'));
    }
  });
}

/** For a body that its route decodes itself. */
export function readRawBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body;
    done(null, undefined);
  });
}

// A key "__proto__" becomes an own key here, and no schema of ours allows it.
function parseJson(bytes: Buffer): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}
