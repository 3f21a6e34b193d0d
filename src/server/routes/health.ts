import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context.ts';
import { answers, record, text } from './schemas.ts';

const HEALTH = record('Health of the registry.', { status: text('Status: always ok.') });

/** For whoever keeps the process running: `healthz` says that it lives, `readyz` that it can read and write its store. */
export function healthRoutes(server: FastifyInstance, { store }: ServerContext): void {
  const config = { access: 'anyone' } as const;
  server.get(
    '/healthz',
    {
      config,
      schema: {
        operationId: 'GetHealth',
        summary: 'Is it alive',
        description: 'Says that the process lives.',
        response: answers({ 200: HEALTH }),
      },
    },
    async () => ({ status: 'ok' }),
  );
  server.get(
    '/readyz',
    {
      config,
      schema: {
        operationId: 'GetReadiness',
        summary: 'Is it ready',
        description: 'Says that the registry can read and write its store.',
        response: answers({ 200: HEALTH }),
      },
    },
    async () => {
      await store.ping();
      return { status: 'ok' };
    },
  );
}
