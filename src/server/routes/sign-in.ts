import type { FastifyInstance } from 'fastify';
import type { Token } from '../../adapters/store/token-store.ts';
import { sessionCookie } from '../auth/cookie.ts';
import { mintSecret, presentedSecret, type Presented } from '../auth/secret.ts';
import type { ServerContext } from '../context.ts';
import { Problem } from '../http/problem.ts';

const SESSION_SECONDS = 12 * 60 * 60;

/** Opens a browser's session by a one-time code, and leads to the catalog. */
export function signInRoutes(server: FastifyInstance, context: ServerContext, signInsPerMinute: number): void {
  server.get<{ Params: { code: string } }>(
    '/signin/:code',
    {
      config: { access: 'visitor', page: true, rateLimit: { max: signInsPerMinute, timeWindow: 60_000 } },
      // Whoever only looks whether the link is there must not use it up.
      exposeHeadRoute: false,
      schema: { hide: true },
    },
    async (request, reply) => {
      const presented = presentedSecret('code', request.params.code);
      const session = presented === undefined ? undefined : await open(context, presented, request.id);
      if (session === undefined) {
        throw new Problem('auth/code-invalid', 'Ask for a new link: each works once, for some minutes');
      }
      const cookie = sessionCookie(session, { secure: context.isSecure(), seconds: SESSION_SECONDS });
      return reply.code(303).headers({ 'set-cookie': cookie, location: '/', 'cache-control': 'no-store' }).send();
    },
  );
}

/** The new session's secret; undefined when the code is no good. */
async function open({ store, clock }: ServerContext, code: Presented, request: string): Promise<string | undefined> {
  const now = clock().getTime();
  const { secret, hash } = mintSecret('session', code.tenant);
  const audit = (token: Token) => ({
    at: now,
    actor: token.subject,
    token: token.id,
    action: 'session/open',
    on: token.id,
    request,
  });
  const session = { hash, expiresAt: now + SESSION_SECONDS * 1000 };
  return (await store.tenant(code.tenant).sessions.redeem(code.hash, session, now, audit)) === undefined
    ? undefined
    : secret;
}
