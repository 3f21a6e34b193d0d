import { member, stringMember, type JsonObject } from '../../domain/json.ts';
import { operationsOf, type Operation } from '../../domain/operation.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import { scopeText } from '../../domain/scope.ts';
import type { ScopeView, ViewEntry } from '../views/scope-view.ts';

// How connectors and operations are written in answers.

export function summaryForm({ name, entry, summary }: ViewEntry): object {
  const { title, publisher, description, categories, products, actions, triggers, hasIcon } = summary;
  return {
    name,
    digest: entry.digest,
    stage: entry.stage,
    source: entry.source,
    title: title ?? null,
    publisher: publisher ?? null,
    description: description ?? null,
    categories,
    products,
    actions,
    triggers,
    hasIcon,
  };
}

export function connectorForm(view: ScopeView, found: ViewEntry, { openapi, properties }: RevisionContent): object {
  return {
    scope: scopeText(view.header.scope),
    release: view.header.digest,
    sequence: view.header.sequence,
    ...summaryForm(found),
    operations: operationsOf(openapi).map(shortForm),
    connectionParameters: member(properties, 'connectionParameters') ?? null,
    connectionParameterSets: member(properties, 'connectionParameterSets') ?? null,
  };
}

export function operationForm(operation: Operation): object {
  return {
    ...shortForm(operation),
    parameters: operation.parameters.map(({ name, location, required, value }) => ({
      name,
      in: location,
      required,
      value,
    })),
    value: operation.value,
  };
}

function shortForm({ id, kind, verb, path, pointer, value }: Operation): object {
  return {
    id: id ?? null,
    kind,
    method: verb.toUpperCase(),
    path,
    pointer,
    summary: text(value, 'summary'),
    description: text(value, 'description'),
    visibility: text(value, 'x-ms-visibility'),
    deprecated: member(value, 'deprecated') === true,
  };
}

function text(value: JsonObject, key: string): string | null {
  return stringMember(value, key) ?? null;
}
