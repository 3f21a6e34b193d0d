import type { FastifyInstance } from 'fastify';
import { parseConnectorId } from '../../domain/connector-id.ts';
import type { Product } from '../../domain/change.ts';
import { PRODUCTS } from '../../domain/products.ts';
import { scopeText } from '../../domain/scope.ts';
import { EVERY_ROLE, identityOf } from '../auth/access.ts';
import { enterScope, seesWholeScope, type ScopeParameters } from '../auth/enter-scope.ts';
import { hasCategory, isIn, matchesText } from '../catalog/catalog-view.ts';
import type { ServerContext } from '../context.ts';
import { rendered, REVALIDATE, serve, type Rendered } from '../http/conditional.ts';
import { notFound, Problem } from '../http/problem.ts';
import { visibilityClass, visibleEntries, type ScopeView, type ViewEntry } from '../views/scope-view.ts';
import { summaryForm } from './connector-forms.ts';
import { SUMMARY } from './connector-schemas.ts';
import { answers, list, number, NULLABLE_DIGEST, record, scopeParameters, SCOPE_PATH, text } from './schemas.ts';

interface ListQuery {
  readonly product?: Product;
  readonly q?: string;
  readonly category?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

const QUERY = {
  type: 'object',
  properties: {
    product: text('Product: only connectors that work in it, at least in part.', { enum: PRODUCTS }),
    q: text('Search: every word occurs in name, title, publisher, description or category.', { maxLength: 200 }),
    category: text('Category: only connectors that name it.', { maxLength: 100 }),
    cursor: text('Cursor: where the page before ended.', { maxLength: 63 }),
    limit: { ...number('Limit: how many at most, 100 when absent.'), minimum: 1, maximum: 500 },
  },
};

/** What this caller sees in a scope. */
export function connectorListRoutes(server: FastifyInstance, context: ServerContext): void {
  server.get<{ Params: ScopeParameters; Querystring: ListQuery }>(
    `${SCOPE_PATH}/connectors`,
    {
      config: { access: { roles: EVERY_ROLE } },
      schema: {
        operationId: 'ListConnectors',
        summary: 'List connectors',
        description: 'Lists the connectors of a scope that the caller may see, by name.',
        params: scopeParameters(),
        querystring: QUERY,
        response: answers({
          200: record('Connectors of a scope.', {
            scope: text('Scope: tenant, subscription and region.'),
            release: NULLABLE_DIGEST,
            sequence: number('Sequence of the release.'),
            total: number('Total: how many match.'),
            connectors: list('Connectors of this page.', SUMMARY),
            next: text('Next: give it as cursor to get the next page.', { nullable: true }),
          }),
        }),
      },
    },
    async (request, reply) => {
      const identity = identityOf(request);
      const scope = enterScope(identity, request.params);
      const cursor = parseCursor(request.query.cursor);
      const view = await context.views.of(context.store, scope);
      if (view === undefined) throw notFound();
      // Somebody who sees nothing in a scope is not told that it is there.
      if (!seesWholeScope(identity, scope) && visibleEntries(view, identity.caller).length === 0) throw notFound();
      const { bytes, etag } = pageOf(view, identity.caller, { ...request.query, cursor });
      return serve(request, reply, {
        etag,
        type: 'application/json; charset=utf-8',
        cacheControl: REVALIDATE,
        bytes: () => bytes,
      });
    },
  );
}

function parseCursor(text: string | undefined): string {
  if (text === undefined) return '';
  const name = parseConnectorId(text);
  if (name === undefined) throw new Problem('request/invalid', 'The cursor is not one that this route gave');
  return name;
}

type Page = ListQuery & { readonly cursor: string };

/** Rendered once for a release, a class of callers and a query. */
function pageOf(view: ScopeView, caller: Parameters<typeof visibleEntries>[1], page: Page): Rendered {
  const { product, q, category, cursor, limit } = page;
  const key = JSON.stringify([visibilityClass(view, caller), product, q, category, cursor, limit]);
  const known = view.rendered.get(key);
  if (known !== undefined) return known;
  const fresh = rendered(JSON.stringify(listForm(view, visibleEntries(view, caller), page)));
  view.rendered.set(key, fresh, fresh.bytes.length);
  return fresh;
}

// A page starts after a name, not at a number: a release in between neither repeats nor skips what stays.
function listForm(
  view: ScopeView,
  visible: readonly ViewEntry[],
  { product, q = '', category, cursor, limit = 100 }: Page,
): object {
  const matching = visible.filter((one) => matchesText(one, q) && isIn(one, product) && hasCategory(one, category));
  const rest = matching.filter(({ name }) => name > cursor);
  const shown = rest.slice(0, limit);
  return {
    scope: scopeText(view.header.scope),
    release: view.header.digest,
    sequence: view.header.sequence,
    total: matching.length,
    connectors: shown.map(summaryForm),
    next: rest.length > shown.length ? (shown.at(-1)?.name ?? null) : null,
  };
}
