import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Digest } from '../../domain/digest.ts';
import type { Publisher, Source } from '../../domain/release.ts';
import { scopeText, type Scope } from '../../domain/scope.ts';
import type { KnownIdentity } from '../auth/identity.ts';
import type { ServerContext } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { commitNext, demandParent, readLive, type LiveScope } from './commit.ts';
import { overlay, type Draft, type Overlay } from './overlay.ts';
import { parentOf } from './parent.ts';
import { parseReleaseBody, type ReleaseBody, type ReleaseRequest } from './release-body.ts';

export interface Published {
  readonly digest: Digest | null;
  readonly sequence: number;
  /** False when the scope serves exactly this already. */
  readonly written: boolean;
}

/** Lays the caller's entries over the newest release and commits, or says why not. */
export async function publish(
  context: ServerContext,
  identity: KnownIdentity,
  scope: Scope,
  source: Source,
  request: FastifyRequest<{ Body: ReleaseBody }>,
): Promise<Published> {
  demandBoundBody(identity, request.rawBody);
  const wanted = parseReleaseBody(request.body, source);
  demandSameAddress(request, scope, wanted);
  const live = await readLive(context, scope);
  const laid = overlay(live, source, wanted.wanted, wanted.lifted);
  if (laid.kind === 'unchanged' && isRepeated(live, source, wanted)) return nothingWritten(live);
  demandParent(live, wanted.parent);
  if (laid.kind === 'unchanged') return nothingWritten(live);
  const header = await commitNext(
    context,
    live,
    demandDraft(laid),
    {
      kind: 'publish',
      commit: wanted.commit,
      source,
      publisher: publisherOf(identity),
      reason: '',
      overrides: wanted.overrides,
    },
    { at: context.clock().getTime(), actor: identity.caller.subject, token: identity.token.id, request: request.id },
  );
  return { digest: header.digest, sequence: header.sequence, written: true };
}

export function publisherOf({ caller, token: { repository, run } }: KnownIdentity): Publisher {
  return {
    subject: caller.subject,
    ...(repository === undefined ? {} : { repository }),
    ...(run === undefined ? {} : { run }),
  };
}

// A token from an exchange was asked for with the digest of one body: stolen, it can publish nothing else.
function demandBoundBody({ token: { bound } }: KnownIdentity, body: Buffer): void {
  if (bound === undefined) return;
  const digest = `sha256:${createHash('sha256').update(body).digest('hex')}`;
  if (bound.release !== digest) throw new Problem('auth/body-not-bound', `The token is not good for a body ${digest}`);
}

/** Path, headers and body say the same: a body that was made for another scope or parent must not slip in here. */
function demandSameAddress(
  request: FastifyRequest<{ Body: ReleaseBody }>,
  scope: Scope,
  { parent }: ReleaseRequest,
): void {
  if (request.body.scope !== scopeText(scope)) {
    throw new Problem('request/invalid', 'The body names another scope than the path');
  }
  if (parentOf(request) !== parent) {
    throw new Problem('request/invalid', 'The body names another parent than the headers');
  }
}

/** The answer to the same request got lost, and the client asks again: the head is what it asked for, made from the parent that it names. */
function isRepeated({ head }: LiveScope, source: Source, { parent, commit }: ReleaseRequest): boolean {
  return head !== undefined && head.parent === parent && head.source === source && head.commit === commit;
}

function nothingWritten({ head }: LiveScope): Published {
  return { digest: head?.digest ?? null, sequence: head?.sequence ?? 0, written: false };
}

function demandDraft(laid: Exclude<Overlay, { kind: 'unchanged' }>): Draft {
  if (laid.kind === 'changed') return laid;
  const names = laid.names.join(', ');
  const more = { connectors: laid.names };
  if (laid.kind === 'taken') {
    throw new Problem('release/name-taken', `${names}: another source published this name first`, { more });
  }
  throw new Problem('release/held', `${names}: a rollback rejected exactly this; change it, or lift the pin`, { more });
}
