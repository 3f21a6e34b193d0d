import type { FastifyInstance } from 'fastify';
import type { Holder } from '../../adapters/store/release-store.ts';
import { parseDigest, type Digest } from '../../domain/digest.ts';
import type { Scope } from '../../domain/scope.ts';
import { isVisible } from '../../domain/visibility.ts';
import { EVERY_ROLE, identityOf } from '../auth/access.ts';
import { enterScope, enterWholeScope, seesWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import type { KnownIdentity } from '../auth/identity.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { IMMUTABLE, serve } from '../http/conditional.ts';
import { notFound, Problem } from '../http/problem.ts';
import { answers, DIGEST, list, record, scopeParameters, SCOPE_PATH } from './schemas.ts';

export function revisionRoutes(server: FastifyInstance, context: ServerContext): void {
  server.post<{ Params: ScopeParameters; Body: { digests: readonly string[] } }>(
    `${SCOPE_PATH}/revisions/missing`,
    {
      config: { access: { roles: EVERY_ROLE, source: true } },
      bodyLimit: BODY_LIMITS.digests,
      schema: {
        operationId: 'FindMissingRevisions',
        summary: 'Find missing revisions',
        description: 'Tells which revisions the source of the caller still has to upload to the scope.',
        params: scopeParameters(),
        body: record('Digests to ask for.', { digests: list('Digests to ask for.', DIGEST, { maxItems: 20_000 }) }),
        response: answers({
          200: record('Digests to upload.', { missing: list('Missing: digests to upload.', DIGEST) }),
        }),
      },
    },
    async (request) => {
      const identity = identityOf(request);
      const scope = enterWholeScope(identity, request.params);
      const { source } = identity.token;
      if (source === undefined) throw new Problem('auth/source-missing');
      const digests = new Set(request.body.digests.flatMap((text) => parseDigest(text) ?? []));
      return { missing: await context.store.tenant(scope.tenant).revisions.missing(scope, source, [...digests]) };
    },
  );
  server.get<{ Params: ScopeParameters & { digest: string } }>(
    `${SCOPE_PATH}/revisions/:digest`,
    {
      config: { access: { roles: EVERY_ROLE } },
      schema: {
        operationId: 'GetRevision',
        summary: 'Get a revision',
        description: 'Gives the content of a revision that the caller may see, as it was published.',
        params: scopeParameters('digest'),
        response: answers({ 200: { type: 'object', description: 'A revision.', additionalProperties: true } }),
      },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const scope = enterScope(identity, request.params);
      const digest = parseDigest(request.params.digest);
      if (digest === undefined || !(await mayRead(context, identity, scope, digest))) throw notFound();
      return serve(request, reply, {
        etag: `"${digest}"`,
        type: 'application/json; charset=utf-8',
        cacheControl: IMMUTABLE,
        bytes: async () => Buffer.from((await context.store.tenant(scope.tenant).revisions.bytes(digest)) ?? []),
      });
    },
  );
}

/** Knowing a digest is not enough: a release must have named it for a connector that the caller sees, or the caller's own source uploaded it. */
async function mayRead(
  context: ServerContext,
  identity: KnownIdentity,
  scope: Scope,
  digest: Digest,
): Promise<boolean> {
  const tenant = context.store.tenant(scope.tenant);
  const holders = await tenant.releases.holdersOf(scope, digest);
  if (!seesWholeScope(identity, scope)) return servesVisibly(context, identity, scope, holders);
  if (holders.length > 0) return true;
  const { source } = identity.token;
  return source !== undefined && (await tenant.revisions.missing(scope, source, [digest])).length === 0;
}

/** An owner reads the past of what is the owner's now, and nothing that somebody else once published under the same name. */
async function servesVisibly(
  { store, views }: ServerContext,
  { caller }: KnownIdentity,
  scope: Scope,
  holders: readonly Holder[],
): Promise<boolean> {
  const view = holders.length === 0 ? undefined : await views.of(store, scope);
  return holders.some(({ connector, source }) => {
    const entry = view?.entries.get(connector)?.entry;
    return entry?.source === source && isVisible(caller, scope, entry.owners);
  });
}
