import type { ConnectorId } from '../../domain/connector-id.ts';
import {
  arrayMember,
  isArray,
  member,
  objectMember,
  stringMember,
  type Json,
  type JsonObject,
} from '../../domain/json.ts';
import { isInternal, operationsOf } from '../../domain/operation.ts';
import { obstaclesOf } from '../../domain/products.ts';
import type { ReleaseEntry } from '../../domain/release.ts';
import type { RevisionContent } from '../../domain/revision.ts';
import type { Caller } from '../../domain/visibility.ts';
import { authenticationView } from './authentication-view.ts';
import { bounded, LIMITS, nameList, visibleText } from './bounded.ts';
import { Budget } from './budget.ts';
import { metadataOf, summarizeConnector } from './connector-summary.ts';
import { operationAnchors } from './operation-anchors.ts';
import { operationView } from './operation-view.ts';
import { cutText } from './text.ts';
import type {
  Bounded,
  ConnectorPage,
  CustomCodeView,
  NamedLink,
  OperationView,
  PolicyView,
  ReleaseView,
  RevisionView,
  TextView,
} from './view-model.ts';
import { viewerOf } from './viewer.ts';

/** What the page of a connector is made from. The caller of this function has already made sure that `caller` may see it. */
export interface ConnectorInput {
  readonly caller: Caller;
  readonly name: ConnectorId;
  readonly entry: Pick<ReleaseEntry, 'digest'>;
  /** The release that `entry` is of. */
  readonly release: ReleaseView;
  readonly content: RevisionContent;
  /** Newest first. */
  readonly revisions: readonly Omit<RevisionView, 'current'>[];
}

/** A connector's page, bounded whatever its document holds. */
export function connectorPage({ caller, name, entry, release, content, revisions }: ConnectorInput): ConnectorPage {
  const { openapi, properties } = content;
  const about = objectMember(openapi, 'info');
  const past = revisions.map((one) => ({ ...one, current: one.digest === entry.digest }));
  return {
    viewer: viewerOf(caller),
    card: { name, scope: release.scope, digest: entry.digest, summary: summarizeConnector(content) },
    release,
    version: visibleText(member(about, 'version'), 40),
    status: visibleText(member(member(about, 'x-ms-api-annotation'), 'status'), 40),
    backend: backendOf(openapi),
    links: linksOf(openapi),
    authentication: authenticationView(properties),
    ...operationViews(content),
    policies: policyViews(properties),
    customCode: customCodeView(content),
    readme: readmeView(content.readme),
    revisions: bounded(past, LIMITS.revisions),
  };
}

function operationViews(content: RevisionContent): Pick<ConnectorPage, 'triggers' | 'actions' | 'internal'> {
  const operations = operationsOf(content.openapi);
  const anchors = operationAnchors(operations);
  const obstacles = obstaclesOf(content);
  const budget = new Budget(LIMITS.fields);
  const view = (chosen: typeof operations): Bounded<OperationView> => {
    const { shown, more } = bounded(chosen, LIMITS.operations);
    const views = shown.map((operation) => {
      const missingIn = [...obstacles(operation).keys()];
      const anchor = anchors.get(operation) ?? '';
      return operationView({ openapi: content.openapi, operation, anchor, missingIn, budget });
    });
    return { shown: views, more };
  };
  const seen = operations.filter((operation) => !isInternal(operation.value));
  return {
    triggers: view(seen.filter((operation) => operation.kind === 'trigger')),
    actions: view(seen.filter((operation) => operation.kind === 'action')),
    internal: view(operations.filter((operation) => isInternal(operation.value))),
  };
}

function backendOf(openapi: JsonObject): string | undefined {
  const host = stringMember(openapi, 'host');
  if (host === undefined || host === '') return undefined;
  const schemes = arrayMember(openapi, 'schemes') ?? [];
  const scheme = schemes.includes('https') ? 'https' : (schemes.find((one) => typeof one === 'string') ?? 'https');
  return visibleText(`${scheme}://${host}${stringMember(openapi, 'basePath') ?? ''}`, LIMITS.name);
}

function linksOf(openapi: JsonObject): NamedLink[] {
  const metadata = metadataOf(openapi);
  const about = objectMember(openapi, 'info');
  const links: readonly (readonly [string, Json | undefined])[] = [
    ['Website', metadata.get('website')],
    ['Privacy policy', metadata.get('privacy policy')],
    ['Terms of service', member(about, 'termsOfService')],
    ['Support', member(member(about, 'contact'), 'url')],
    ['Documentation', member(member(openapi, 'externalDocs'), 'url')],
  ];
  return links.flatMap(([name, url]) => (typeof url === 'string' && url.length <= 2000 ? [{ name, url }] : []));
}

function policyViews(properties: JsonObject): Bounded<PolicyView> {
  const { shown, more } = bounded(arrayMember(properties, 'policyTemplateInstances') ?? [], LIMITS.policies);
  const views = shown.map((policy) => ({
    template: visibleText(member(policy, 'templateId'), LIMITS.title) ?? 'unknown',
    title: visibleText(member(policy, 'title'), LIMITS.title),
    operations: operationNames(member(member(policy, 'parameters'), 'x-ms-apimTemplate-operationName')),
  }));
  return { shown: views, more };
}

function customCodeView({ script, properties }: RevisionContent): CustomCodeView | undefined {
  if (script === undefined) return undefined;
  const operations = operationNames(member(properties, 'scriptOperations'));
  return { operations, lines: script.split('\n').length };
}

/** No list, or an empty one, is every operation. */
function operationNames(value: Json | undefined): 'all' | Bounded<string> {
  return isArray(value) && value.length > 0 ? nameList(value, LIMITS.choices) : 'all';
}

function readmeView(readme: string | undefined): TextView | undefined {
  return readme === undefined || readme.trim() === '' ? undefined : cutText(readme.trim(), LIMITS.readme);
}
