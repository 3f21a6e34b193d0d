import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConnectorId, type ConnectorId } from '../../src/domain/connector-id.ts';
import { digestOf, revisionContentOf } from '../../src/digest/revision-digest.ts';
import type { RevisionContent } from '../../src/domain/revision.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { ASSET_HEADERS, ASSETS } from '../../src/server/catalog/assets.ts';
import { renderCatalogPage } from '../../src/server/catalog/catalog-page.ts';
import { parseCatalogQuery } from '../../src/server/catalog/catalog-query.ts';
import { catalogPage } from '../../src/server/catalog/catalog-view.ts';
import { renderConnectorPage } from '../../src/server/catalog/connector-page.ts';
import { summarizeConnector } from '../../src/server/catalog/connector-summary.ts';
import { connectorPage } from '../../src/server/catalog/connector-view.ts';
import { notFoundPage, renderErrorPage } from '../../src/server/catalog/error-page.ts';
import { PAGE_HEADERS } from '../../src/server/catalog/page-headers.ts';
import { CALLER, OLDER, RELEASE, SCOPE } from '../server/catalog/sample.ts';

/** What a small server over the renderers shows: the pages without the registry behind them. */
export interface CatalogServer {
  readonly origin: string;
  /** Path of a connector's page. */
  readonly pathOf: (name: string) => string;
  readonly close: () => Promise<void>;
}

export type Contents = ReadonlyMap<ConnectorId, RevisionContent>;

/** The connectors of this repository, as they would be published. */
export function repositoryContents(): Contents {
  const { connectors } = loadTree(diskTree('.'), ['connectors']);
  return new Map(
    connectors.flatMap((connector) => {
      const content = revisionContentOf(connector);
      return content === undefined ? [] : [[connector.id, content]];
    }),
  );
}

export async function serveCatalog(contents: Contents): Promise<CatalogServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!sendAsset(url.pathname, response) && !sendIcon(url.pathname, contents, response))
      sendPage(url, contents, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const pathOf = (name: string): string => `/connectors/${SCOPE.tenant}/${SCOPE.subscription}/${SCOPE.region}/${name}`;
  return { origin: `http://127.0.0.1:${port}`, pathOf, close: () => closeServer(server) };
}

function sendAsset(path: string, response: ServerResponse): boolean {
  const asset = ASSETS.find((one) => one.path === path);
  if (asset === undefined) return false;
  response.writeHead(200, { ...ASSET_HEADERS, 'content-type': asset.contentType }).end(asset.body);
  return true;
}

function sendIcon(path: string, contents: Contents, response: ServerResponse): boolean {
  const name = parseConnectorId(/^\/v1\/scopes\/.*\/connectors\/([^/]+)\/icon$/.exec(path)?.[1] ?? '');
  const icon = name === undefined ? undefined : contents.get(name)?.icon;
  if (icon === undefined) return false;
  response.writeHead(200, { 'content-type': 'image/png' }).end(icon);
  return true;
}

function sendPage(url: URL, contents: Contents, response: ServerResponse): void {
  const page = url.pathname === '/' ? catalog(url, contents) : connector(url, contents);
  response.writeHead(page === undefined ? 404 : 200, PAGE_HEADERS);
  response.end(page ?? renderErrorPage(notFoundPage({ kind: 'anonymous' })));
}

function catalog(url: URL, contents: Contents): string {
  const cards = [...contents].map(([name, content]) => {
    return { name, scope: SCOPE, digest: digestOf(content), summary: summarizeConnector(content) };
  });
  const query = parseCatalogQuery(Object.fromEntries(url.searchParams));
  return renderCatalogPage(catalogPage({ caller: CALLER, releases: [RELEASE], cards, query }));
}

function connector(url: URL, contents: Contents): string | undefined {
  const name = parseConnectorId(/^\/connectors\/[^/]+\/[^/]+\/[^/]+\/([^/]+)$/.exec(url.pathname)?.[1] ?? '');
  const content = name === undefined ? undefined : contents.get(name);
  if (name === undefined || content === undefined) return undefined;
  const digest = digestOf(content);
  const revisions = [
    { digest, sequence: 7, at: '2026-11-23T10:00:00.000Z' },
    { digest: OLDER, sequence: 2, at: '2026-10-02T08:00:00.000Z' },
  ];
  return renderConnectorPage(
    connectorPage({ caller: CALLER, name, entry: { digest }, release: RELEASE, content, revisions }),
  );
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
