import type { FastifyInstance } from 'fastify';
import { identityOf } from '../auth/access.ts';
import { enterWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { Problem } from '../http/problem.ts';
import { publish } from '../releases/publish.ts';
import type { ReleaseBody } from '../releases/release-body.ts';
import {
  answers,
  DIGEST,
  list,
  map,
  NAMES,
  NULLABLE_DIGEST,
  number,
  ORIGIN,
  OWNERS,
  record,
  scopeParameters,
  SCOPE_PATH,
  text,
} from './schemas.ts';

const ENTRY = record(
  'One entry.',
  {
    digest: DIGEST,
    stage: text('Stage: registered.', { enum: ['registered', 'draft'] }),
    owners: OWNERS,
    origin: ORIGIN,
  },
  ['origin'],
);

const BODY = record(
  'The whole set of connectors of the caller’s source.',
  {
    version: { ...number('Version of the form.'), enum: [1] },
    scope: text('Scope: the one of the path.', { maxLength: 200 }),
    parent: NULLABLE_DIGEST,
    commit: text('Commit: what is published.', { maxLength: 200 }),
    connectors: map('Connectors by name; what is missing is retired.', ENTRY),
    liftPins: NAMES,
    overrides: list(
      'Overrides of safety valves.',
      record('One override.', { digest: DIGEST, reason: text('Reason given.', { maxLength: 2000 }) }),
      { maxItems: 1000 },
    ),
  },
  ['liftPins', 'overrides'],
);

export const COMMITTED = record('The newest release.', {
  digest: NULLABLE_DIGEST,
  sequence: number('Sequence of the release.'),
});

export function commitRoutes(server: FastifyInstance, context: ServerContext): void {
  server.post<{ Params: ScopeParameters; Body: ReleaseBody }>(
    `${SCOPE_PATH}/releases`,
    {
      config: { access: { roles: ['publisher', 'operator'], source: true } },
      bodyLimit: BODY_LIMITS.release,
      schema: {
        operationId: 'CommitRelease',
        summary: 'Publish',
        description: 'Commits a release: all of it is live, or none. The headers name its parent.',
        params: scopeParameters(),
        body: BODY,
        response: answers({ 200: COMMITTED, 201: COMMITTED }),
      },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const scope = enterWholeScope(identity, request.params);
      const { source } = identity.token;
      if (source === undefined) throw new Problem('auth/source-missing');
      const { digest, sequence, written } = await publish(context, identity, scope, source, request);
      return reply.code(written ? 201 : 200).send({ digest, sequence });
    },
  );
}
