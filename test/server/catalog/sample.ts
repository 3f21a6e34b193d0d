import { parseConnectorId } from '../../../src/domain/connector-id.ts';
import { parseDigest } from '../../../src/domain/digest.ts';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import type { RevisionContent } from '../../../src/domain/revision.ts';
import { parseScope } from '../../../src/domain/scope.ts';
import type { Caller } from '../../../src/domain/visibility.ts';
import { summarizeConnector } from '../../../src/server/catalog/connector-summary.ts';
import { connectorPage } from '../../../src/server/catalog/connector-view.ts';
import type { ConnectorCard, ConnectorPage, ReleaseView } from '../../../src/server/catalog/view-model.ts';

export const SCOPE = parseScope(
  '11111111-2222-4333-8444-555555555555/0a1b2c3d-1111-4222-8333-444455556666/westeurope',
)!;
export const DIGEST = parseDigest(`sha256:${'0123456789abcdef'.repeat(4)}`)!;
export const OLDER = parseDigest(`sha256:${'fedcba9876543210'.repeat(4)}`)!;
export const RELEASE: ReleaseView = { scope: SCOPE, digest: DIGEST, sequence: 7 };
export const CALLER: Caller = {
  kind: 'known',
  tenant: SCOPE.tenant,
  subject: 'ada',
  groups: [],
  role: 'reader',
  grants: [],
};

/** A small connector with one action; `extra` is laid over its parts. */
export function contentOf(openapi: JsonObject = {}, properties: JsonObject = {}): RevisionContent {
  return {
    openapi: {
      swagger: '2.0',
      info: { title: 'Weather', description: 'Tells the weather.', version: '1.0' },
      host: 'api.example.com',
      paths: { '/now': { get: { operationId: 'GetNow', summary: 'Get the weather', responses: { 200: {} } } } },
      ...openapi,
    },
    properties: { connectionParameters: {}, publisher: 'Contoso', ...properties },
  };
}

export function cardOf(name: string, content: RevisionContent): ConnectorCard {
  return { name, scope: SCOPE, digest: DIGEST, summary: summarizeConnector(content) };
}

export function pageOf(content: RevisionContent, name = 'weather'): ConnectorPage {
  return connectorPage({
    caller: CALLER,
    name: parseConnectorId(name)!,
    entry: { digest: DIGEST },
    release: RELEASE,
    content,
    revisions: [
      { digest: DIGEST, sequence: 7, at: '2026-11-23T10:00:00.000Z' },
      { digest: OLDER, sequence: 2, at: '2026-10-02T08:00:00.000Z' },
    ],
  });
}

/** An action whose 200 answers `schema`, in a document with `definitions`. */
export function answering(schema: Json, definitions: JsonObject = {}): RevisionContent {
  const get = { operationId: 'Get', responses: { 200: { description: 'OK', schema } } };
  return contentOf({ paths: { '/x': { get } }, definitions });
}

/** A connector with `text` in every place that a page shows. */
export function everywhere(text: string): RevisionContent {
  const schema = {
    type: text,
    properties: {
      [text]: { type: 'string', title: text, description: text, default: text, enum: [text], format: text },
    },
  };
  const parameter = {
    name: text,
    in: text,
    type: text,
    'x-ms-summary': text,
    description: text,
    default: text,
    enum: [text],
    'x-ms-dynamic-values': { operationId: text },
  };
  const operation = {
    operationId: text,
    summary: text,
    description: text,
    parameters: [parameter, { name: 'b', in: 'body', schema }],
    responses: { [text]: { description: text, schema } },
  };
  const settings = { identityProvider: text, scopes: [text], customParameters: { authorizationUrl: { value: text } } };
  const field = {
    type: text,
    defaultValue: text,
    allowedValues: [{ value: text }],
    uiDefinition: { displayName: text, description: text, constraints: { required: 'true' } },
  };
  const openapi: JsonObject = {
    info: {
      title: text,
      description: text,
      version: text,
      termsOfService: text,
      contact: { url: text },
      'x-ms-api-annotation': { status: text },
    },
    host: text,
    basePath: text,
    paths: {
      [`/${text}`]: {
        get: operation,
        post: { ...operation, 'x-ms-trigger': 'batch' },
        put: { ...operation, 'x-ms-visibility': 'internal' },
      },
    },
    'x-ms-connector-metadata': ['Website', 'Privacy policy', 'Categories'].map((propertyName) => ({
      propertyName,
      propertyValue: text,
    })),
  };
  const properties = {
    publisher: text,
    connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: settings }, [text]: field },
    policyTemplateInstances: [
      { templateId: text, title: text, parameters: { 'x-ms-apimTemplate-operationName': [text] } },
    ],
    scriptOperations: [text],
  };
  return { openapi, properties, script: text, readme: text };
}
