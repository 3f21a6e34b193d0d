import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RevisionContent } from '../../domain/revision.ts';
import { EVERY_ROLE, identityOf } from '../auth/access.ts';
import type { ServerContext } from '../context.ts';
import { findEntry, type ConnectorParameters, type FoundEntry } from './find-entry.ts';
import { answers, scopeParameters, SCOPE_PATH, type Schema } from './schemas.ts';

export type ConnectorRequest = FastifyRequest<{ Params: ConnectorParameters & { readonly operationId?: string } }>;

/** How one resource of a connector is reached and described. */
export interface ConnectorResource {
  /** Below `…/connectors/{name}`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly answer: Schema;
  readonly produces?: readonly string[];
}

/** Adds a GET route below a connector's path; `render` is called only for a connector that the caller may see. */
export function addConnectorRoute(
  server: FastifyInstance,
  context: ServerContext,
  resource: ConnectorResource,
  render: (found: FoundEntry, request: ConnectorRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  const { path, operationId, summary, description, answer, produces } = resource;
  const parameters = path.includes(':operationId') ? ['name', 'operationId'] : ['name'];
  server.get<{ Params: ConnectorParameters }>(
    `${SCOPE_PATH}/connectors/:name${path}`,
    {
      config: { access: { roles: EVERY_ROLE } },
      schema: {
        operationId,
        summary,
        description,
        params: scopeParameters(...parameters),
        ...(produces === undefined ? {} : { produces }),
        response: answers({ 200: answer }),
      },
    },
    async (request, reply) => render(await findEntry(context, identityOf(request), request.params), request, reply),
  );
}

export function contentOf({ revisions, store }: ServerContext, { view, entry }: FoundEntry): Promise<RevisionContent> {
  return revisions.content(store.tenant(view.header.scope.tenant), entry.digest);
}
