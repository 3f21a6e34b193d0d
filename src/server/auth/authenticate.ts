import type { FastifyRequest } from 'fastify';
import type { Token } from '../../adapters/store/token-store.ts';
import type { TenantId } from '../../domain/scope.ts';
import type { Grant } from '../../domain/visibility.ts';
import { Problem } from '../http/problem.ts';
import type { ServerContext } from '../context.ts';
import { sessionOf } from './cookie.ts';
import { ANONYMOUS, type Identity } from './identity.ts';
import { presentedSecret } from './secret.ts';

/**
 * Who asks. A token that is presented and not good is an error, never silently nobody. A browser's cookie counts for reading only: whatever
 * page a browser is lured to, it cannot change anything here.
 */
export async function authenticate(context: ServerContext, request: FastifyRequest): Promise<Identity> {
  const { authorization, cookie } = request.headers;
  if (authorization !== undefined) return identityOfBearer(context, authorization);
  const session = sessionOf(cookie, context.isSecure());
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return session === undefined || !reads ? ANONYMOUS : identityOfSession(context, session);
}

async function identityOfBearer(context: ServerContext, header: string): Promise<Identity> {
  const [, text = ''] = /^bearer +(\S+)$/i.exec(header) ?? [];
  const presented = presentedSecret('token', text);
  if (presented === undefined) throw refused('auth/token-invalid');
  const token = await context.store.tenant(presented.tenant).tokens.findByHash(presented.hash);
  if (token === undefined || token.revokedAt !== undefined) throw refused('auth/token-invalid');
  if (isExpired(token, context)) throw refused('auth/token-expired');
  return identityOf(context, presented.tenant, token);
}

/** A session that is over is nobody: the page then says how to sign in. */
async function identityOfSession(context: ServerContext, secret: string): Promise<Identity> {
  const presented = presentedSecret('session', secret);
  if (presented === undefined) return ANONYMOUS;
  const token = await context.store.tenant(presented.tenant).sessions.find(presented.hash, context.clock().getTime());
  if (token === undefined || token.revokedAt !== undefined || isExpired(token, context)) return ANONYMOUS;
  return identityOf(context, presented.tenant, token);
}

async function identityOf(context: ServerContext, tenant: TenantId, token: Token): Promise<Identity> {
  const { subject, groups, role } = token;
  const grants = await grantsOf(context, tenant, token);
  return { caller: { kind: 'known', tenant, subject, groups, role, grants }, token };
}

// A token from an exchange is good for its scope only, whatever else its subject was granted.
async function grantsOf(context: ServerContext, tenant: TenantId, token: Token): Promise<readonly Grant[]> {
  if (token.bound !== undefined) return [token.bound.scope];
  return [...token.grants, ...(await context.store.tenant(tenant).grants.of(token.subject, token.groups))];
}

function isExpired(token: Token, context: ServerContext): boolean {
  return token.expiresAt !== undefined && token.expiresAt <= context.clock().getTime();
}

function refused(code: 'auth/token-invalid' | 'auth/token-expired'): Problem {
  return new Problem(code, undefined, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
}
