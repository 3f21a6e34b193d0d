import type { Digest } from '../../domain/digest.ts';
import type { Scope } from '../../domain/scope.ts';
import { catalogParameters } from './catalog-query.ts';
import { pathUrl, type Url } from './url.ts';
import type { CatalogQuery, ConnectorCard } from './view-model.ts';

/** `/` with what is searched for. */
export function catalogUrl(query: CatalogQuery): Url {
  return pathUrl([''], catalogParameters(query));
}

/** The page of a connector. */
export function connectorUrl({ scope, name }: ConnectorCard): Url {
  return pathUrl(['connectors', ...segmentsOf(scope), name]);
}

/** A resource of a connector in the API: `icon`, `openapi.json`, `revisions`. */
export function resourceUrl({ scope, name }: ConnectorCard, resource: string): Url {
  return pathUrl(['v1', 'scopes', ...segmentsOf(scope), 'connectors', name, resource]);
}

export function revisionUrl({ scope }: ConnectorCard, digest: Digest): Url {
  return pathUrl(['v1', 'scopes', ...segmentsOf(scope), 'revisions', digest]);
}

function segmentsOf(scope: Scope): readonly string[] {
  return [scope.tenant, scope.subscription, scope.region];
}
