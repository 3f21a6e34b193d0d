import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Store } from '../adapters/store/store.ts';
import { checkAccess, demandAccess } from './auth/access.ts';
import { authenticate } from './auth/authenticate.ts';
import { githubOidc } from './auth/github-oidc.ts';
import { ANONYMOUS } from './auth/identity.ts';
import { oidcConfigOf, type Clock, type ServerConfig } from './config.ts';
import type { ServerContext } from './context.ts';
import { readBodies } from './http/bodies.ts';
import { endConnectionsOnClose } from './http/closing.ts';
import { answerError } from './http/errors.ts';
import { loggerOf } from './http/logging.ts';
import { notFound, Problem } from './http/problem.ts';
import { addSecurityHeaders, setSecurityHeaders } from './http/security-headers.ts';
import { validateInput } from './http/validate-input.ts';
import { describeRoutes, openapiRoutes } from './openapi.ts';
import { pageRoutes } from './pages.ts';
import { bindingRoutes } from './routes/bindings.ts';
import { commitRoutes } from './routes/commit.ts';
import { documentRoutes } from './routes/connector-documents.ts';
import { connectorRoutes } from './routes/connector.ts';
import { connectorListRoutes } from './routes/connectors.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { grantRoutes } from './routes/grants.ts';
import { headRoutes } from './routes/head.ts';
import { healthRoutes } from './routes/health.ts';
import { releaseRoutes } from './routes/releases.ts';
import { revisionRoutes } from './routes/revisions.ts';
import { rollbackRoutes } from './routes/rollback.ts';
import { ruleRoutes } from './routes/rules.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { uploadRoutes } from './routes/upload-revision.ts';
import { revisionCache } from './views/revision-cache.ts';
import { viewCache } from './views/scope-view.ts';

export interface ServerOptions {
  readonly store: Store;
  readonly config?: ServerConfig;
  readonly clock?: Clock;
}

/** The registry as a server that does not listen yet; listen.ts does that. The store stays the caller's to close. */
export function createServer({ store, config = {}, clock = () => new Date() }: ServerOptions): FastifyInstance {
  const server = Fastify({
    logger: loggerOf(config.log ?? { level: 'info' }) ?? false,
    genReqId: () => crypto.randomUUID(),
    requestIdHeader: false,
    requestTimeout: 30_000,
    trustProxy: config.trustProxy === undefined ? false : [config.trustProxy].flat(),
    routerOptions: { maxParamLength: 300 },
    // No hook has run when these come: what hooks set is missing.
    frameworkErrors: (error, request, reply) => {
      request.identity = ANONYMOUS;
      setSecurityHeaders(request, reply);
      answerError(error, request, reply);
    },
    forceCloseConnections: 'idle',
  });
  const context = contextOf({ store, config, clock }, server);
  guard(server, context);
  void server.register(async (routes) => {
    await addRoutes(routes, context, config);
  });
  return server;
}

function contextOf({ store, config, clock }: Required<ServerOptions>, server: FastifyInstance): ServerContext {
  const oidc = oidcConfigOf(config);
  const publicUrl = (): string => config.publicUrl ?? server.listeningOrigin;
  return {
    store,
    clock,
    profile: config.profile ?? 'base',
    publicUrl,
    isSecure: () => publicUrl().startsWith('https:'),
    issuer: oidc.issuer,
    verifyIdToken: githubOidc(oidc),
    views: viewCache(),
    revisions: revisionCache(),
  };
}

/** What holds for every route: headers, bodies, errors, and who may call it. */
function guard(server: FastifyInstance, context: ServerContext): void {
  addSecurityHeaders(server);
  endConnectionsOnClose(server);
  readBodies(server);
  validateInput(server);
  demandAccess(server);
  server.setErrorHandler(answerError);
  server.setNotFoundHandler((request, reply) => answerError(notFound(), request, reply));
  server.decorateRequest('identity');
  server.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config;
    request.identity = ANONYMOUS;
    if (access === undefined || access === 'anyone') return;
    request.identity = await authenticate(context, request);
    checkAccess(access, request.identity);
  });
}

async function addRoutes(server: FastifyInstance, context: ServerContext, config: ServerConfig): Promise<void> {
  const signInsPerMinute = config.signInsPerMinute ?? 60;
  await describeRoutes(server);
  await server.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { after }) => new Problem('rate-limited', `Try again in ${after}`),
  });
  healthRoutes(server, context);
  openapiRoutes(server, context);
  ruleRoutes(server, context);
  exchangeRoutes(server, context, signInsPerMinute);
  signInRoutes(server, context, signInsPerMinute);
  headRoutes(server, context);
  releaseRoutes(server, context);
  commitRoutes(server, context);
  rollbackRoutes(server, context);
  revisionRoutes(server, context);
  connectorListRoutes(server, context);
  connectorRoutes(server, context);
  documentRoutes(server, context);
  tokenRoutes(server, context);
  bindingRoutes(server, context);
  grantRoutes(server, context);
  pageRoutes(server, context);
  // Apart from the rest, because its bodies are read in another way.
  await server.register(async (apart) => uploadRoutes(apart, context));
}
