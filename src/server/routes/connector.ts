import type { FastifyInstance, FastifyReply } from 'fastify';
import { operationsOf } from '../../domain/operation.ts';
import { identityOf } from '../auth/access.ts';
import type { ServerContext } from '../context.ts';
import { rendered, REVALIDATE, serve } from '../http/conditional.ts';
import { notFound } from '../http/problem.ts';
import { connectorForm, operationForm } from './connector-forms.ts';
import { revisionsOf } from './connector-revisions.ts';
import { addConnectorRoute, contentOf, type ConnectorRequest } from './connector-route.ts';
import { CONNECTOR, OPERATION, REVISIONS } from './connector-schemas.ts';

/** What a connector is, does and was. */
export function connectorRoutes(server: FastifyInstance, context: ServerContext): void {
  addConnectorRoute(
    server,
    context,
    {
      path: '',
      operationId: 'GetConnector',
      summary: 'Get a connector',
      description: 'Gives one connector with its operations and its connection.',
      answer: CONNECTOR,
    },
    async (found, request, reply) =>
      sendJson(request, reply, connectorForm(found.view, found, await contentOf(context, found))),
  );
  addConnectorRoute(
    server,
    context,
    {
      path: '/operations/:operationId',
      operationId: 'GetOperation',
      summary: 'Get an operation',
      description: 'Gives one operation with all its parameters.',
      answer: OPERATION,
    },
    async (found, request, reply) => {
      const operations = operationsOf((await contentOf(context, found)).openapi);
      const operation = operations.find(({ id }) => id === request.params.operationId);
      if (operation === undefined) throw notFound();
      return sendJson(request, reply, operationForm(operation));
    },
  );
  addConnectorRoute(
    server,
    context,
    {
      path: '/revisions',
      operationId: 'ListRevisions',
      summary: 'List revisions',
      description: 'Lists what a connector was, the newest first.',
      answer: REVISIONS,
    },
    async (found, request, reply) =>
      sendJson(request, reply, { revisions: await revisionsOf(context, identityOf(request), found) }),
  );
}

function sendJson(request: ConnectorRequest, reply: FastifyReply, value: object): Promise<FastifyReply> {
  const { bytes, etag } = rendered(JSON.stringify(value));
  return serve(request, reply, {
    etag,
    type: 'application/json; charset=utf-8',
    cacheControl: REVALIDATE,
    bytes: () => bytes,
  });
}
