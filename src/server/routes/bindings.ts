import type { FastifyInstance } from 'fastify';
import type { Binding } from '../../adapters/store/binding-store.ts';
import { identityOf } from '../auth/access.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { notFound } from '../http/problem.ts';
import { auditBy } from './audit-by.ts';
import { BINDING_PROPERTIES, parseBinding, type BindingBody } from './binding-body.ts';
import { answers, list, pathParameters, record, text } from './schemas.ts';

const BINDING = record(
  'A binding.',
  { id: text('Id of the binding.'), source: text('Source: whose entries it publishes.'), ...BINDING_PROPERTIES },
  ['environment'],
);

const OPERATORS = { access: { roles: ['operator'] } } as const;

/** Which workflows may exchange their identity for a token. The tenant is the operator's own. */
export function bindingRoutes(server: FastifyInstance, context: ServerContext): void {
  addCreation(server, context);
  addList(server, context);
  addDeletion(server, context);
}

function addCreation(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'CreateBinding',
    summary: 'Bind a workflow',
    description: 'Lets a workflow of a repository publish to a scope, or read it.',
    body: record('A workflow, and the scope that it may publish to or read.', BINDING_PROPERTIES, ['environment']),
    response: answers({ 201: BINDING }),
  };
  const options = { config: OPERATORS, bodyLimit: BODY_LIMITS.small, schema };
  server.post<{ Body: BindingBody }>('/v1/bindings', options, async (request, reply) => {
    const binding = parseBinding(request.body);
    const { id, repository, repositoryId, workflow, role } = binding;
    const audit = auditBy(request, context, {
      action: 'binding/create',
      on: id,
      details: { repository, repositoryId, workflow, role },
    });
    await context.store.tenant(identityOf(request).caller.tenant).bindings.add(binding, audit);
    return reply.code(201).send(bindingForm(binding));
  });
}

function addList(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'ListBindings',
    summary: 'List bindings',
    description: 'Lists the workflows that are bound in the tenant.',
    response: answers({
      200: record('Bindings of the tenant.', { bindings: list('Bindings of the tenant.', BINDING) }),
    }),
  };
  server.get('/v1/bindings', { config: OPERATORS, schema }, async (request, reply) => {
    const bindings = await context.store.tenant(identityOf(request).caller.tenant).bindings.list();
    return reply.send({ bindings: bindings.map(bindingForm) });
  });
}

function addDeletion(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'DeleteBinding',
    summary: 'Unbind a workflow',
    description: 'Ends a binding. Tokens that were exchanged before live for their five minutes.',
    params: pathParameters('id'),
    response: answers({ 204: { type: 'null', description: 'Ended.' } }),
  };
  const options = { config: OPERATORS, schema };
  server.delete<{ Params: { id: string } }>('/v1/bindings/:id', options, async (request, reply) => {
    const { bindings } = context.store.tenant(identityOf(request).caller.tenant);
    const { id } = request.params;
    const removed = await bindings.remove(id, auditBy(request, context, { action: 'binding/delete', on: id }));
    if (!removed) throw notFound();
    return reply.code(204).send();
  });
}

function bindingForm({ scope, environment, ...binding }: Binding): object {
  return { ...binding, ...(environment === undefined ? {} : { environment }), ...scope };
}
