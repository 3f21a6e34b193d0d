import type { FastifyInstance } from 'fastify';

/** While the server stops, each answer ends its connection: one that stays open would hold the stop up until it times out. */
export function endConnectionsOnClose(server: FastifyInstance): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close');
    return payload;
  });
}
