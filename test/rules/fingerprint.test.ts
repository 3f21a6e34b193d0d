import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { FileEntry, FileTree } from '../../src/domain/file-tree.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { connectorOf, documentOf, operationOf } from './connector-of.ts';

/** Without advice, of which these small documents get a lot. */
const judge = (...connectors: Connector[]): Diagnostic[] =>
  checkConnectors(connectors, () => 'base').filter(({ severity }) => severity === 'error');
const check = (openapi: JsonObject, properties?: JsonObject): Diagnostic[] => judge(connectorOf(openapi, properties));
const fingerprints = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, fingerprint }) => `${code} ${fingerprint}`).sort();

const limit = { name: 'limit', in: 'query', type: 'integer', default: '10' };
const sort = { name: 'sort', in: 'query', type: 'boolean', default: 'yes' };
const pets = operationOf('ListPets', { parameters: [limit, sort] });

const test = suite('rules/fingerprint');

test('a fingerprint is 16 hexadecimal digits, and no two findings of a connector have the same', () => {
  const twice = { type: 'string', enum: ['a', 'a', 'a'], 'x-ms-visibility': 'no' };
  const found = check(documentOf({ definitions: { A: twice, B: { properties: { a: twice } } } }));
  assert.is(found.length, 3);
  for (const { fingerprint } of found) assert.match(fingerprint, /^[0-9a-f]{16}$/);
  assert.is(new Set(found.map(({ fingerprint }) => fingerprint)).size, found.length);
});

test('another order of paths, keys and parameters changes no fingerprint', () => {
  const one = documentOf({ paths: { '/a': { get: operationOf('A') }, '/pets': { get: pets } } });
  const two = {
    ...documentOf({
      paths: { '/pets': { get: { ...pets, parameters: [sort, limit] } }, '/a': { get: operationOf('A') } },
    }),
  };
  assert.is(check(one).length, 2);
  assert.equal(fingerprints(check(one)), fingerprints(check(two)));
});

test('an operation is known by its id, not by its path', () => {
  const at = (path: string): string[] => fingerprints(check(documentOf({ paths: { [path]: { get: pets } } })));
  assert.equal(at('/pets'), at('/v2/animals'));
});

test('a new wrong parameter before an old one gets a fingerprint of its own', () => {
  const before = check(documentOf({ paths: { '/pets': { get: pets } } }));
  const more = { ...pets, parameters: [{ ...limit, name: 'first' }, limit, sort] };
  const after = fingerprints(check(documentOf({ paths: { '/pets': { get: more } } })));
  assert.is(after.length, 3);
  for (const fingerprint of fingerprints(before)) assert.ok(after.includes(fingerprint));
});

test('another connector, another code and another place give another fingerprint', () => {
  const found = check(documentOf({ paths: { '/pets': { get: pets } } }));
  const other = judge({
    ...connectorOf(documentOf({ paths: { '/pets': { get: pets } } })),
    id: 'dogs' as Diagnostic['connector'] as never,
  });
  assert.is(new Set([...found, ...other].map(({ fingerprint }) => fingerprint)).size, 4);
});

test('neither layout, nor JSON or YAML, nor line endings matter', () => {
  const policy =
    '"x-ms-apimTemplate-operationName": ["Gone"], "x-ms-apimTemplateParameter.name": "a", "x-ms-apimTemplateParameter.value": "b"';
  const microsoft = loadAndCheck({
    'apiDefinition.swagger.json': JSON.stringify(documentOf({ paths: { '/pets': { get: pets } } }), null, 4),
    'apiProperties.json': `{"properties": {"iconBrandColor": "green", "policyTemplateInstances": [{"templateId": "setheader", "parameters": {${policy}}}]}}`,
  });
  const native = loadAndCheck({
    'openapi.yaml': [
      'swagger: "2.0"',
      'info: { title: Pets, description: Lists and adds pets, version: "1.0" }',
      'host: api.example.com',
      'paths:',
      '  /pets:',
      '    get:',
      '      operationId: ListPets',
      '      parameters:',
      '        - { in: query, name: limit, default: "10", type: integer }',
      '        - { in: query, name: sort, default: "yes", type: boolean }',
      '      responses: { "200": { description: Done } }',
    ].join('\r\n'),
    'connector.yaml': [
      'policies:',
      '  - template: setheader',
      '    operations: [Gone]',
      '    parameters: { name: a, value: b }',
      'iconBrandColor: green',
    ].join('\n'),
  });
  assert.is(native.length, 4);
  assert.equal(fingerprints(native), fingerprints(microsoft));
});

function loadAndCheck(files: Readonly<Record<string, string>>): Diagnostic[] {
  const bytes = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  const entries = [...bytes].map(([name, { length }]): FileEntry => ({ name, kind: 'file', size: length }));
  const tree: FileTree = {
    name: 'pets',
    entries: (folder) => (folder === '' || folder === '.' ? entries : undefined),
    read: (path) => bytes.get(path) ?? new Uint8Array(),
  };
  return judge(...loadTree(tree, ['']).connectors);
}

test.run();
