import type { FastifyRequest } from 'fastify';
import type { AuditEntry } from '../../adapters/store/audit-log.ts';
import { identityOf } from '../auth/access.ts';
import type { ServerContext } from '../context.ts';

/** The audit record of what this request does: who, by which token, when. */
export function auditBy(
  request: FastifyRequest,
  { clock }: ServerContext,
  what: Pick<AuditEntry, 'action' | 'on' | 'details'>,
): AuditEntry {
  const { caller, token } = identityOf(request);
  return { at: clock().getTime(), actor: caller.subject, token: token.id, request: request.id, ...what };
}
