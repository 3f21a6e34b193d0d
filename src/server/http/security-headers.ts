import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Sent with every answer that does not say otherwise. The pages and the assets bring their own policy. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  // An answer depends on who asks, by either of these.
  vary: 'authorization, cookie',
};

export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(request, reply);
  });
}

/** For an answer that is made before any hook runs: to a path that cannot be decoded. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...HEADERS, 'x-request-id': request.id });
}
