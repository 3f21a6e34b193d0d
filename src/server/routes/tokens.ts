import type { FastifyInstance } from 'fastify';
import type { Token } from '../../adapters/store/token-store.ts';
import { EVERY_ROLE, identityOf } from '../auth/access.ts';
import { issueToken } from '../auth/issue-token.ts';
import type { ServerContext } from '../context.ts';
import { BODY_LIMITS } from '../http/bodies.ts';
import { notFound } from '../http/problem.ts';
import { auditBy } from './audit-by.ts';
import { GRANT_PROPERTIES } from './grant-body.ts';
import { answers, list, number, pathParameters, record, text } from './schemas.ts';
import { parseTokenBody, type TokenBody } from './token-body.ts';

const BODY = record(
  'Who gets a token, and what it may do.',
  {
    name: text('Name: what people call the token.', { minLength: 1, maxLength: 100 }),
    subject: text('Subject: an Entra object id, or a name.', { minLength: 1, maxLength: 100 }),
    role: text('Role: reader, publisher, reviewer or operator.', { enum: EVERY_ROLE }),
    source: text('Source: whose entries it publishes.', { maxLength: 100 }),
    groups: list('Groups: Entra object ids.', text('Object id.', { maxLength: 64 }), { maxItems: 200 }),
    grants: list('Grants: subscriptions and regions.', record('One grant.', GRANT_PROPERTIES), { maxItems: 200 }),
    expiresInDays: { ...number('Days until it expires, 90 when absent.'), minimum: 1, maximum: 366 },
  },
  ['source', 'groups', 'grants', 'expiresInDays'],
);

const TIME = { format: 'date-time', nullable: true };

const PROPERTIES = {
  id: text('Id of the token.'),
  name: text('Name of the token.'),
  subject: text('Subject of the token.'),
  groups: list('Groups of the token.', text('Object id.')),
  role: text('Role of the token.'),
  source: text('Source of the token.', { nullable: true }),
  grants: list('Grants of the token.', record('One grant.', GRANT_PROPERTIES)),
  repository: text('Repository that it was exchanged for.', { nullable: true }),
  run: text('Run that it was exchanged for.', { nullable: true }),
  createdAt: text('Creation of the token.', TIME),
  createdBy: text('Creator of the token.'),
  expiresAt: text('Expiry of the token.', TIME),
  revokedAt: text('Revocation of the token.', TIME),
};

/** The operator's tokens, in the operator's own tenant. */
export function tokenRoutes(server: FastifyInstance, context: ServerContext): void {
  addCreation(server, context);
  addList(server, context);
  addRevocation(server, context);
}

const OPERATORS = { access: { roles: ['operator'] } } as const;

function addCreation(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'CreateToken',
    summary: 'Create a token',
    description: 'Creates a token and shows it once.',
    body: BODY,
    response: answers({ 201: record('The token.', { ...PROPERTIES, token: text('Token: shown once.') }) }),
  };
  const options = { config: OPERATORS, bodyLimit: BODY_LIMITS.small, schema };
  server.post<{ Body: TokenBody }>('/v1/tokens', options, async (request, reply) => {
    const { caller } = identityOf(request);
    const now = context.clock();
    const asked = { ...parseTokenBody(request.body, now), createdBy: caller.subject, now };
    const { role, subject } = asked;
    const issued = await issueToken(context.store.tenant(caller.tenant), asked, (id) =>
      auditBy(request, context, { action: 'token/create', on: id, details: { role, subject } }),
    );
    return reply.code(201).send({ ...tokenForm(issued.token), token: issued.secret });
  });
}

function addList(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'ListTokens',
    summary: 'List tokens',
    description: 'Lists the tokens of the tenant, without their secrets.',
    response: answers({
      200: record('Tokens of the tenant.', { tokens: list('Tokens of the tenant.', record('One token.', PROPERTIES)) }),
    }),
  };
  server.get('/v1/tokens', { config: OPERATORS, schema }, async (request, reply) => {
    const tokens = await context.store.tenant(identityOf(request).caller.tenant).tokens.list();
    return reply.send({ tokens: tokens.map(tokenForm) });
  });
}

function addRevocation(server: FastifyInstance, context: ServerContext): void {
  const schema = {
    operationId: 'RevokeToken',
    summary: 'Revoke a token',
    description: 'Ends a token, and the sessions that were opened with it.',
    params: pathParameters('id'),
    response: answers({ 204: { type: 'null', description: 'Revoked.' } }),
  };
  server.delete<{ Params: { id: string } }>('/v1/tokens/:id', { config: OPERATORS, schema }, async (request, reply) => {
    const { tokens } = context.store.tenant(identityOf(request).caller.tenant);
    const { id } = request.params;
    if ((await tokens.find(id)) === undefined) throw notFound();
    await tokens.revoke(id, auditBy(request, context, { action: 'token/revoke', on: id }));
    return reply.code(204).send();
  });
}

function tokenForm({ createdAt, expiresAt, revokedAt, ...token }: Token): object {
  const { id, name, subject, groups, role, source = null, grants, repository = null, run = null, createdBy } = token;
  const time = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());
  return {
    id,
    name,
    subject,
    groups,
    role,
    source,
    grants,
    repository,
    run,
    createdBy,
    createdAt: time(createdAt),
    expiresAt: time(expiresAt),
    revokedAt: time(revokedAt),
  };
}
