import type { FastifyInstance } from 'fastify';
import type { ReleaseHeader } from '../../adapters/store/release-store.ts';
import { parseDigest } from '../../domain/digest.ts';
import { EVERY_ROLE, identityOf } from '../auth/access.ts';
import { enterWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import type { ServerContext } from '../context.ts';
import { IMMUTABLE, serve } from '../http/conditional.ts';
import { notFound } from '../http/problem.ts';
import { releaseForm } from '../releases/release-form.ts';
import { RELEASE, RELEASES } from './release-schemas.ts';
import { answers, number, scopeParameters, SCOPE_PATH } from './schemas.ts';

const READERS = { access: { roles: EVERY_ROLE } } as const;

/** The releases of a scope, for those who may see all of it. */
export function releaseRoutes(server: FastifyInstance, context: ServerContext): void {
  addList(server, context);
  addRelease(server, context);
}

function addList(server: FastifyInstance, { store }: ServerContext): void {
  const schema = {
    operationId: 'ListReleases',
    summary: 'List releases',
    description: 'Lists the releases of a scope, the newest first.',
    params: scopeParameters(),
    querystring: {
      type: 'object',
      properties: {
        before: { ...number('Before: only releases with a smaller sequence.'), minimum: 1 },
        limit: { ...number('Limit: how many at most, 50 when absent.'), minimum: 1, maximum: 200 },
      },
    },
    response: answers({ 200: RELEASES }),
  };
  server.get<{ Params: ScopeParameters; Querystring: { before?: number; limit?: number } }>(
    `${SCOPE_PATH}/releases`,
    { config: READERS, schema },
    async (request, reply) => {
      const scope = enterWholeScope(identityOf(request), request.params);
      const { before = Number.MAX_SAFE_INTEGER, limit = 50 } = request.query;
      const found = await store.tenant(scope.tenant).releases.list(scope, { before, limit });
      // A scope that nobody published to does not exist yet.
      if (found.length === 0 && before === Number.MAX_SAFE_INTEGER) throw notFound();
      const last = found.at(-1)?.sequence ?? 1;
      return reply.send({ releases: found.map(headerForm), next: last === 1 ? null : last });
    },
  );
}

function addRelease(server: FastifyInstance, { store }: ServerContext): void {
  const schema = {
    operationId: 'GetRelease',
    summary: 'Get a release',
    description: 'Gives the canonical form of a release: the sha256 of the body is its digest.',
    params: scopeParameters('digest'),
    response: answers({ 200: RELEASE }),
  };
  server.get<{ Params: ScopeParameters & { digest: string } }>(
    `${SCOPE_PATH}/releases/:digest`,
    { config: READERS, schema },
    async (request, reply) => {
      const scope = enterWholeScope(identityOf(request), request.params);
      const digest = parseDigest(request.params.digest);
      const { releases } = store.tenant(scope.tenant);
      const header = digest === undefined ? undefined : await releases.find(scope, digest);
      if (header === undefined) throw notFound();
      return serve(request, reply, {
        etag: `"${header.digest}"`,
        type: 'application/json; charset=utf-8',
        cacheControl: IMMUTABLE,
        bytes: async () => Buffer.from(releaseForm(header, await releases.entries(scope, header.sequence))),
      });
    },
  );
}

function headerForm({ digest, sequence, parent, commit, source, publisher, ...more }: ReleaseHeader): object {
  const { kind, reason, overrides, at } = more;
  return { digest, sequence, parent, commit, source, publisher, kind, reason, overrides, at };
}
