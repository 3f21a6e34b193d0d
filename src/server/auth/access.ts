import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Role } from '../../domain/visibility.ts';
import { Problem } from '../http/problem.ts';
import { isKnown, type Identity, type KnownIdentity } from './identity.ts';

/**
 * Who may call a route. `anyone`: nobody is asked who they are. `visitor`: a page, which shows less to those who are not signed in.
 * `source`: only with a token that publishes for one.
 */
export type Access = 'anyone' | 'visitor' | { readonly roles: readonly Role[]; readonly source?: true };

export const EVERY_ROLE: readonly Role[] = ['reader', 'publisher', 'reviewer', 'operator'];

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    identity: Identity;
  }
}

/** A route without `access` is refused when the server is made: forgetting it must not open a door. */
export function demandAccess(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.access === undefined)
      throw new Error(`${String(route.method)} ${route.url} says nothing of access`);
  });
}

/** Role and source are judged before anything is looked up, so that a refusal tells nothing about what is there. */
export function checkAccess(access: Access, identity: Identity): void {
  if (access === 'anyone' || access === 'visitor') return;
  if (!isKnown(identity)) {
    throw new Problem('auth/token-missing', undefined, { headers: { 'www-authenticate': 'Bearer' } });
  }
  const { role } = identity.caller;
  if (!access.roles.includes(role)) throw new Problem('auth/role-missing', `The role "${role}" does not allow this`);
  if (access.source === true && identity.token.source === undefined) throw new Problem('auth/source-missing');
}

/** The identity behind a request to a route that only roles may call. */
export function identityOf(request: FastifyRequest): KnownIdentity {
  if (isKnown(request.identity)) return request.identity;
  throw new Problem('auth/token-missing');
}
