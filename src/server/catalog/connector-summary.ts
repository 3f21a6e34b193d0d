import { arrayMember, member, objectMember, stringMember, type JsonObject } from '../../domain/json.ts';
import { isInternal, operationsOf } from '../../domain/operation.ts';
import { productsOf } from '../../domain/products.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import { LIMITS, visibleText } from './bounded.ts';
import { cutText } from './text.ts';
import type { ConnectorSummary } from './view-model.ts';

/** What a card says. Depends on the content only: keep it by digest, the catalog asks for it on every request. */
export function summarizeConnector(content: RevisionContent): ConnectorSummary {
  const about = objectMember(content.openapi, 'info');
  const operations = operationsOf(content.openapi).filter((operation) => !isInternal(operation.value));
  const triggers = operations.filter((operation) => operation.kind === 'trigger').length;
  return {
    title: visibleText(member(about, 'title'), LIMITS.title),
    publisher: visibleText(member(content.properties, 'publisher'), LIMITS.title),
    description: visibleText(member(about, 'description'), LIMITS.cardDescription),
    categories: categoriesOf(content.openapi),
    products: productsOf(content),
    actions: operations.length - triggers,
    triggers,
    hasIcon: content.icon !== undefined,
  };
}

/** An entry of the connector's own metadata (`x-ms-connector-metadata`): name, in lower case, and value. */
export function metadataOf(openapi: JsonObject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of arrayMember(openapi, 'x-ms-connector-metadata') ?? []) {
    const name = stringMember(entry, 'propertyName');
    const value = stringMember(entry, 'propertyValue');
    if (name !== undefined && value !== undefined) found.set(name.toLowerCase(), value);
  }
  return found;
}

/** `AI;Data` is two categories. More than two are wrong, and a rule's business: the page shows five at most. */
function categoriesOf(openapi: JsonObject): readonly string[] {
  const { text } = cutText(metadataOf(openapi).get('categories') ?? '', 1000);
  const names = text.split(/[;,]/).flatMap((name) => visibleText(name, 40) ?? []);
  return [...new Set(names)].slice(0, 5);
}
