import type { FastifyInstance } from 'fastify';
import type { SubscriptionGrant } from '../../adapters/store/grant-store.ts';
import { identityOf } from '../auth/access.ts';
import { newId } from '../auth/new-id.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { plainText } from '../http/plain-text.ts';
import { notFound } from '../http/problem.ts';
import { auditBy } from './audit-by.ts';
import { GRANT_PROPERTIES, parseGrant, type GrantBody } from './grant-body.ts';
import { answers, list, pathParameters, record, text } from './schemas.ts';

interface HolderGrantBody extends GrantBody {
  readonly holder: SubscriptionGrant['holder'];
}

const HOLDER = record('Holder: who gets it.', {
  kind: text('Kind: subject or group.', { enum: ['subject', 'group'] }),
  id: text('Id of the holder.', { minLength: 1, maxLength: 100 }),
});
const BODY = record('Who gets which subscription.', { holder: HOLDER, ...GRANT_PROPERTIES });
const GRANT = record('A grant.', { id: text('Id of the grant.'), holder: HOLDER, ...GRANT_PROPERTIES });

const OPERATORS = { access: { roles: ['operator'] } } as const;

/** Who has which subscriptions: it is in no token. The tenant is the operator's own. */
export function grantRoutes(server: FastifyInstance, context: ServerContext): void {
  addCreation(server, context);
  addList(server, context);
  addDeletion(server, context);
}

function addCreation(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'CreateGrant',
    summary: 'Grant a subscription',
    description: 'Lets somebody, or a group, see what is registered in a subscription.',
    body: BODY,
    response: answers({ 200: GRANT, 201: GRANT }),
  };
  const options = { config: OPERATORS, bodyLimit: BODY_LIMITS.small, schema };
  server.post<{ Body: HolderGrantBody }>('/v1/grants', options, async (request, reply) => {
    const { kind, id } = request.body.holder;
    const holder = { kind, id: plainText(id, 'holder') };
    const grant: SubscriptionGrant = { id: newId('grant'), holder, ...parseGrant(request.body) };
    const { subscription, region } = grant;
    const { grants } = context.store.tenant(identityOf(request).caller.tenant);
    const details = { holder, subscription, region };
    const audit = auditBy(request, context, { action: 'grant/create', on: grant.id, details });
    if ((await grants.add(grant, audit)) === 'added') return reply.code(201).send(grant);
    const known = (await grants.list()).find((one) => isSame(one, grant));
    return reply.code(200).send(known ?? grant);
  });
}

function addList(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'ListGrants',
    summary: 'List grants',
    description: 'Lists who was granted which subscriptions in the tenant.',
    response: answers({ 200: record('Grants of the tenant.', { grants: list('Grants of the tenant.', GRANT) }) }),
  };
  server.get('/v1/grants', { config: OPERATORS, schema }, async (request, reply) =>
    reply.send({ grants: await context.store.tenant(identityOf(request).caller.tenant).grants.list() }),
  );
}

function addDeletion(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'DeleteGrant',
    summary: 'Take a grant back',
    description: 'Ends a grant. It counts from the next request on.',
    params: pathParameters('id'),
    response: answers({ 204: { type: 'null', description: 'Ended.' } }),
  };
  server.delete<{ Params: { id: string } }>('/v1/grants/:id', { config: OPERATORS, schema }, async (request, reply) => {
    const { grants } = context.store.tenant(identityOf(request).caller.tenant);
    const { id } = request.params;
    const removed = await grants.remove(id, auditBy(request, context, { action: 'grant/delete', on: id }));
    if (!removed) throw notFound();
    return reply.code(204).send();
  });
}

function isSame(one: SubscriptionGrant, two: SubscriptionGrant): boolean {
  const text = ({ holder, subscription, region }: SubscriptionGrant): string =>
    JSON.stringify([holder.kind, holder.id, subscription, region]);
  return text(one) === text(two);
}
