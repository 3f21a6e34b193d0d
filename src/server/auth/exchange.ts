import type { AuditEntry } from '../../adapters/store/audit-log.ts';
import type { NewToken } from '../../adapters/store/token-store.ts';
import type { Digest } from '../../domain/digest.ts';
import { scopeText, type Scope } from '../../domain/scope.ts';
import type { ServerContext } from '../context.ts';
import { Problem } from '../http/problem.ts';
import type { GithubClaims } from './github-claims.ts';
import { matchBinding } from './match-binding.ts';
import { newId } from './new-id.ts';
import { mintSecret } from './secret.ts';

export interface ExchangeRequest {
  /** The identity token. */
  readonly token: string;
  readonly scope: Scope;
  /** Undefined: to read. Otherwise the sha256 of the release body that the token is for. */
  readonly release: Digest | undefined;
  readonly requestId: string;
}

export interface Issued {
  readonly token: string;
  readonly expiresAt: Date;
}

const LIFETIME_MS = 5 * 60_000;
// Longer than any token is accepted and than clocks jump: forgetting an id early would let its token in twice.
const KEEP_MS = 60 * 60_000;

/**
 * Exchanges the identity of a workflow's job for a token of ours: five minutes, one scope, and to publish one body. The identity token's id is
 * burned in the transaction that adds ours, so of any number of tries at the same time one wins.
 */
export async function exchange(context: ServerContext, request: ExchangeRequest): Promise<Issued> {
  const { scope, release } = request;
  const now = context.clock();
  const claims = await context.verifyIdToken(request.token, audienceOf(context.publicUrl(), scope, release), now);
  const tenant = context.store.tenant(scope.tenant);
  const binding = matchBinding(
    await tenant.bindings.ofScope(scope),
    claims,
    release === undefined ? 'read' : 'publish',
  );
  const { secret, hash } = mintSecret('token', scope.tenant);
  const token: NewToken = { ...tokenFor(request, claims, now), hash, source: binding.source, createdBy: binding.id };
  const use = { issuer: context.issuer, jti: claims.jti, keepUntil: claims.expires * 1000 + KEEP_MS };
  const result = await tenant.tokens.addOnce(use, token, auditOf(request, claims, token));
  if (result === 'replayed') throw new Problem('oidc/replayed');
  return { token: secret, expiresAt: new Date(now.getTime() + LIFETIME_MS) };
}

function tokenFor(
  { scope, release }: ExchangeRequest,
  claims: GithubClaims,
  now: Date,
): Omit<NewToken, 'hash' | 'source' | 'createdBy'> {
  const { subscription, region } = scope;
  return {
    id: newId('token'),
    name: `${claims.repository}, run ${claims.run}`,
    // Not `github:<id>`: that is how owners name people, and a repository may have the same number.
    subject: `repository:${claims.repositoryId}`,
    groups: [],
    role: release === undefined ? 'reader' : 'publisher',
    grants: [],
    bound: { scope: { subscription, region }, purpose: release === undefined ? 'read' : 'publish', release },
    repository: claims.repository,
    run: claims.run,
    createdAt: now.getTime(),
    expiresAt: now.getTime() + LIFETIME_MS,
  };
}

function auditOf({ scope, release, requestId }: ExchangeRequest, claims: GithubClaims, token: NewToken): AuditEntry {
  return {
    at: token.createdAt,
    actor: token.subject,
    action: 'token/exchange',
    on: token.id,
    request: requestId,
    details: {
      scope: scopeText(scope),
      release: release ?? null,
      repository: claims.repository,
      run: claims.run,
      workflow: claims.workflowRef,
      event: claims.event,
    },
  };
}

/** What the identity token must be meant for: this registry, this scope, and reading or exactly this release body. */
export function audienceOf(publicUrl: string, scope: Scope, release: Digest | undefined): string {
  return `${publicUrl}/v1/scopes/${scopeText(scope)}?${release === undefined ? 'read' : `release=${release}`}`;
}
