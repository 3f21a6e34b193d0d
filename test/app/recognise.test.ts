import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { recognise, type DocumentKind } from '../../src/app/recognise.ts';
import { Failure } from '../../src/domain/failure.ts';

const test = suite('app/recognise');

const known: readonly (readonly [name: string, text: string, kind: DocumentKind])[] = [
  ['OpenAPI 2.0 in JSON', '{"swagger": "2.0", "paths": {}}', 'openapi-2'],
  ['OpenAPI 2.0 with a number', 'swagger: 2.0\npaths: {}\n', 'openapi-2'],
  ['OpenAPI 3.0 in YAML', 'openapi: 3.0.3\npaths: {}\n', 'openapi-3'],
  ['OpenAPI 3.1', '\uFEFF{"openapi": "3.1.0"}', 'openapi-3'],
  ['Postman v1', '{"name": "A", "order": [], "requests": []}', 'postman-collection'],
  ['Postman v2', '{"info": {"name": "A"}, "item": []}', 'postman-collection'],
  ['what Postman’s API answers', '{"collection": {"info": {"name": "A"}, "item": []}}', 'postman-collection'],
  ['a Postman environment', '{"name": "Test", "values": [{"key": "a", "value": "b"}]}', 'postman-environment'],
  ['an ARM resource', '{"type": "Microsoft.Web/customApis", "properties": {}}', 'arm-connector'],
  ['an ARM template', '{"resources": [{"type": "Microsoft.Web/customApis"}]}', 'arm-connector'],
  ['a list of ARM resources', '[{"type": "microsoft.web/customapis"}]', 'arm-connector'],
  ['what Azure answers to a list', '{"value": [{"type": "Microsoft.Web/customApis"}]}', 'arm-connector'],
  ['the body of a PUT', '{"location": "x", "properties": {"swagger": {}, "displayName": "A"}}', 'arm-connector'],
  ['apiProperties.json', '{"properties": {"connectionParameters": {}}}', 'api-properties'],
];

for (const [name, text, kind] of known) {
  test(`${name} is recognised`, () => assert.is(recognise('a.json', Buffer.from(text)).kind, kind));
}

const unknown: readonly (readonly [name: string, text: string | Uint8Array, says: string])[] = [
  ['nothing', '', 'holds nothing but comments'],
  ['a list', '[1]', 'it holds a list'],
  ['a page', '<!DOCTYPE html>', 'a web page'],
  ['OpenAPI 4', '{"openapi": "4.0"}', '"openapi: 4.0"'],
  ['Swagger 1.2', '{"swaggerVersion": "1.2", "swagger": "1.2"}', '"swagger: 1.2"'],
  ['AsyncAPI', 'asyncapi: 2.6.0', 'AsyncAPI'],
  ['a recording', '{"log": {}}', 'HAR'],
  [
    'a template of links',
    '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": [{"type": "Microsoft.Resources/deployments", "properties": {"templateLink": {"uri": "https://a.example"}}}]}',
    'it holds no custom connector of Logic Apps, and the templates that it links to are not fetched',
  ],
  [
    'a template of something else',
    '{"contentVersion": "1.0.0.0", "resources": [{"type": "Microsoft.Web/sites"}]}',
    'it holds no custom connector of Logic Apps Give',
  ],
  ['a site', '{"type": "Microsoft.Web/sites", "properties": {}}', 'it holds no custom connector of Logic Apps Give'],
  ['something else', '{"constructor": 1}', '"constructor"'],
  ['broken JSON', '{"swagger": "2.0",\n "paths": }', '2:'],
  ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x41), 'UTF-16'],
];

for (const [name, content, says] of unknown) {
  test(`${name} is refused, with the file and why`, () => {
    const refusal = failureOf(() => recognise('folder/a.json', Buffer.from(content)));
    assert.is(refusal.kind, 'usage');
    assert.match(`${refusal.message} ${refusal.hint}`, says);
    assert.match(refusal.message, '"folder/a.json"');
  });
}

test('a document that is nested without end is refused in good time', () => {
  const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
  assert.is(failureOf(() => recognise('deep.json', Buffer.from(deep))).kind, 'usage');
});

function failureOf(run: () => unknown): Failure {
  try {
    run();
  } catch (cause) {
    if (cause instanceof Failure) return cause;
    throw cause;
  }
  throw new Error('nothing was refused');
}

test.run();
