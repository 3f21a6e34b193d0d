import type { FastifyInstance } from 'fastify';
import { parseDigest } from '../../domain/digest.ts';
import { parseSource, type Source } from '../../domain/release.ts';
import { identityOf } from '../auth/access.ts';
import { enterWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import type { KnownIdentity } from '../auth/identity.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { plainText } from '../http/plain-text.ts';
import { notFound, Problem } from '../http/problem.ts';
import { commitNext, demandParent, readLive, type LiveScope } from '../releases/commit.ts';
import { parentOf } from '../releases/parent.ts';
import { publisherOf } from '../releases/publish.ts';
import { rollBack, type RollBack } from '../releases/roll-back.ts';
import { answers, DIGEST, NAMES, number, record, scopeParameters, SCOPE_PATH, text } from './schemas.ts';

interface RollbackBody {
  readonly release: string;
  readonly reason: string;
  readonly source?: string;
}

const BODY = record(
  'What to bring back.',
  {
    release: DIGEST,
    reason: text('Reason: kept with the release.', { minLength: 1, maxLength: 2000 }),
    source: text('Source: whose entries; only an operator names another than the token’s.', { maxLength: 100 }),
  },
  ['source'],
);

const ROLLED_BACK = record('The newest release.', {
  digest: DIGEST,
  sequence: number('Sequence of the release.'),
  held: NAMES,
});

export function rollbackRoutes(server: FastifyInstance, context: ServerContext): void {
  server.post<{ Params: ScopeParameters; Body: RollbackBody }>(
    `${SCOPE_PATH}/rollback`,
    {
      config: { access: { roles: ['publisher', 'operator'] } },
      bodyLimit: BODY_LIMITS.small,
      schema: {
        operationId: 'RollBack',
        summary: 'Roll back',
        description:
          'Commits a release with the entries that a source had in an earlier one, and holds what that rejects.',
        params: scopeParameters(),
        body: BODY,
        response: answers({ 200: ROLLED_BACK, 201: ROLLED_BACK }),
      },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const source = sourceFor(identity, request.body.source);
      const reason = plainText(request.body.reason, 'reason');
      const scope = enterWholeScope(identity, request.params);
      const parent = parentOf(request);
      const live = await readLive(context, scope);
      if (live.head === undefined) throw notFound();
      const drawn = await draw(context, live, { release: request.body.release, source, reason });
      demandParent(live, parent);
      if (drawn.kind === 'unchanged') {
        return reply.code(200).send({ digest: live.head.digest, sequence: live.head.sequence, held: [] });
      }
      const header = await commitNext(
        context,
        live,
        drawn,
        { kind: 'rollback', commit: '', source, publisher: publisherOf(identity), reason, overrides: [] },
        {
          at: context.clock().getTime(),
          actor: identity.caller.subject,
          token: identity.token.id,
          request: request.id,
        },
      );
      return reply.code(201).send({ digest: header.digest, sequence: header.sequence, held: drawn.held });
    },
  );
}

/** Whose entries are brought back. Judged before anything is looked up. */
function sourceFor({ caller, token }: KnownIdentity, named: string | undefined): Source {
  if (token.bound !== undefined)
    throw new Problem('auth/body-not-bound', 'The token posts one release body, and rolls nothing back');
  if (named === undefined) {
    if (token.source === undefined) throw new Problem('auth/source-missing', 'Name the source to roll back');
    return token.source;
  }
  const source = parseSource(named);
  if (source === undefined) throw new Problem('request/invalid', 'The source is neither github:<id> nor client:<name>');
  if (source === token.source || caller.role === 'operator') return source;
  throw new Problem('auth/role-missing', "Only an operator rolls back another source's entries");
}

async function draw(
  { store }: ServerContext,
  live: LiveScope,
  { release, source, reason }: { readonly release: string; readonly source: Source; readonly reason: string },
): Promise<Exclude<RollBack, { kind: 'taken' }>> {
  const { releases } = store.tenant(live.scope.tenant);
  const digest = parseDigest(release);
  const header = digest === undefined ? undefined : await releases.find(live.scope, digest);
  if (header === undefined) throw notFound();
  const drawn = rollBack(live, source, await releases.entries(live.scope, header.sequence), reason);
  if (drawn.kind !== 'taken') return drawn;
  const detail = `${drawn.names.join(', ')}: another source has taken this name since`;
  throw new Problem('release/name-taken', detail, { more: { connectors: drawn.names } });
}
