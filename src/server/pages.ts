import type { FastifyInstance } from 'fastify';
import type { ReleaseHeader } from '../adapters/store/release-store.ts';
import type { KnownIdentity } from './auth/identity.ts';
import { isKnown } from './auth/identity.ts';
import { seesWholeScope } from './auth/enter-scope.ts';
import { ASSET_HEADERS, ASSETS } from './catalog/assets.ts';
import { renderCatalogPage } from './catalog/catalog-page.ts';
import { parseCatalogQuery } from './catalog/catalog-query.ts';
import { catalogPage } from './catalog/catalog-view.ts';
import { renderConnectorPage } from './catalog/connector-page.ts';
import { connectorPage } from './catalog/connector-view.ts';
import { PAGE_HEADERS } from './catalog/page-headers.ts';
import type { ConnectorCard, ReleaseView } from './catalog/view-model.ts';
import type { ServerContext } from './context.ts';
import { rendered, REVALIDATE, serve } from './http/conditional.ts';
import { notFound } from './http/problem.ts';
import { revisionsOf } from './routes/connector-revisions.ts';
import { contentOf } from './routes/connector-route.ts';
import { findEntry, type ConnectorParameters } from './routes/find-entry.ts';
import { visibleEntries } from './views/scope-view.ts';

const HTML = 'text/html; charset=utf-8';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Errors of this route are shown as a page. */
    page?: boolean;
  }
}

/** The catalog for browsers: pages from src/server/catalog, filled with what the visitor may see. */
export function pageRoutes(server: FastifyInstance, context: ServerContext): void {
  const options = { config: { access: 'visitor', page: true }, schema: { hide: true } } as const;
  server.get('/', options, async (request, reply) => {
    const { identity } = request;
    const { releases, cards } = isKnown(identity) ? await whatIsVisible(context, identity) : NOTHING;
    const query = parseCatalogQuery(request.query);
    const { bytes, etag } = rendered(
      renderCatalogPage(catalogPage({ caller: identity.caller, releases, cards, query })),
    );
    reply.headers(PAGE_HEADERS);
    return serve(request, reply, { etag, type: HTML, cacheControl: REVALIDATE, bytes: () => bytes });
  });
  server.get<{ Params: ConnectorParameters }>(
    '/connectors/:tenant/:subscription/:region/:name',
    options,
    async (request, reply) => {
      if (!isKnown(request.identity)) throw notFound();
      const { bytes, etag } = rendered(await connectorHtml(context, request.identity, request.params));
      reply.headers(PAGE_HEADERS);
      return serve(request, reply, { etag, type: HTML, cacheControl: REVALIDATE, bytes: () => bytes });
    },
  );
  for (const { path, contentType, body } of ASSETS) {
    server.get(path, { config: { access: 'anyone' }, schema: { hide: true } }, async (_, reply) =>
      reply.headers(ASSET_HEADERS).type(contentType).send(body),
    );
  }
}

interface Visible {
  readonly releases: readonly ReleaseView[];
  readonly cards: readonly ConnectorCard[];
}

const NOTHING: Visible = { releases: [], cards: [] };

async function whatIsVisible({ store, views }: ServerContext, identity: KnownIdentity): Promise<Visible> {
  const { caller, token } = identity;
  const found: { releases: ReleaseView[]; cards: ConnectorCard[] } = { releases: [], cards: [] };
  for (const { scope } of await store.tenant(caller.tenant).releases.heads()) {
    const view = isOutside(token.bound?.scope, scope) ? undefined : await views.of(store, scope);
    const visible = view === undefined ? [] : visibleEntries(view, caller);
    if (view === undefined || (visible.length === 0 && !seesWholeScope(identity, scope))) continue;
    found.releases.push(releaseView(view.header));
    for (const { name, entry, summary } of visible) found.cards.push({ name, scope, digest: entry.digest, summary });
  }
  return found;
}

function isOutside(
  bound: Pick<ReleaseHeader['scope'], 'subscription' | 'region'> | undefined,
  scope: ReleaseHeader['scope'],
): boolean {
  return bound !== undefined && (bound.subscription !== scope.subscription || bound.region !== scope.region);
}

async function connectorHtml(
  context: ServerContext,
  identity: KnownIdentity,
  path: ConnectorParameters,
): Promise<string> {
  const found = await findEntry(context, identity, path);
  return renderConnectorPage(
    connectorPage({
      caller: identity.caller,
      name: found.name,
      entry: found.entry,
      release: releaseView(found.view.header),
      content: await contentOf(context, found),
      revisions: await revisionsOf(context, identity, found),
    }),
  );
}

function releaseView({ scope, digest, sequence }: ReleaseHeader): ReleaseView {
  return { scope, digest, sequence };
}
