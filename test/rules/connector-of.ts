import { parseConnectorId } from '../../src/domain/connector-id.ts';
import { EMPTY_MANIFEST, type Connector, type TreePart } from '../../src/domain/connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';

/** A connector made of values, for what no file could hold: cycles, random trees. */
export function connectorOf(openapi: JsonObject, properties: JsonObject = PROPERTIES): Connector {
  return {
    id: parseConnectorId('pets')!,
    layout: 'published',
    folder: 'pets',
    files: [],
    openapi: partOf('openapi.json', openapi),
    properties: partOf('properties.json', properties),
    manifest: EMPTY_MANIFEST,
    icon: undefined,
    script: undefined,
    readme: { file: 'README.md', text: README },
    texts: new Map(),
    findings: [],
  };
}

/** A document that no rule objects to, with other or more keys at its root. */
export function documentOf(more: JsonObject = {}): JsonObject {
  return {
    swagger: '2.0',
    info: INFO,
    host: 'api.example.com',
    paths: { '/pets': { get: operationOf('ListPets') } },
    ...more,
  };
}

export function operationOf(operationId: string, more: JsonObject = {}): JsonObject {
  return { operationId, summary: 'Do it', responses: { '200': { description: 'Done' } }, ...more };
}

const README = '# Pets\n';
const INFO: JsonObject = {
  title: 'Pets',
  description: 'Lists and adds the pets of an owner',
  version: '1.0',
  contact: { name: 'Contoso', url: 'https://contoso.example', email: 'pets@contoso.example' },
};
const PROPERTIES: JsonObject = { iconBrandColor: '#0a7d55' };

function partOf(file: string, value: JsonObject): TreePart {
  return { file, value, placeOf: (pointer) => ({ file, pointer }) };
}
