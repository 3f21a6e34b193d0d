import type { FastifyInstance } from 'fastify';
import { parseDigest } from '../../domain/digest.ts';
import { parseScope } from '../../domain/scope.ts';
import { exchange } from '../auth/exchange.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { Problem } from '../http/problem.ts';
import { answers, DIGEST, record, text } from './schemas.ts';

interface ExchangeBody {
  readonly token: string;
  readonly scope: string;
  readonly purpose: 'read' | 'publish';
  readonly release?: string;
}

const BODY = record(
  'An identity token, and what for.',
  {
    token: text('Identity token of the workflow’s job.', { maxLength: 12_000 }),
    scope: text('Scope: tenant, subscription and region.', { maxLength: 200 }),
    purpose: text('Purpose: read or publish.', { enum: ['read', 'publish'] }),
    release: DIGEST,
  },
  ['release'],
);

const ISSUED = record('A token of the registry.', {
  token: text('Token: good for five minutes.'),
  expiresAt: text('Expiry of the token.', { format: 'date-time' }),
});

export function exchangeRoutes(server: FastifyInstance, context: ServerContext, signInsPerMinute: number): void {
  server.post<{ Body: ExchangeBody }>(
    '/v1/auth/github-oidc',
    {
      config: { access: 'anyone', rateLimit: { max: signInsPerMinute, timeWindow: 60_000 } },
      bodyLimit: BODY_LIMITS.small,
      schema: {
        operationId: 'ExchangeIdentityToken',
        summary: 'Exchange an identity token',
        description: 'Exchanges the identity of a GitHub workflow for a token of the registry.',
        body: BODY,
        response: answers({ 200: ISSUED }),
      },
    },
    async (request, reply) => {
      const { token, purpose, release } = request.body;
      const scope = parseScope(request.body.scope);
      if (scope === undefined) throw new Problem('request/invalid', 'The scope is not tenant/subscription/region');
      const digest = release === undefined ? undefined : parseDigest(release);
      if ((purpose === 'publish') !== (digest !== undefined)) {
        throw new Problem('request/invalid', 'To publish, name the digest of the release body; to read, name none');
      }
      const issued = await exchange(context, { token, scope, release: digest, requestId: request.id });
      return reply.send({ token: issued.token, expiresAt: issued.expiresAt.toISOString() });
    },
  );
}
