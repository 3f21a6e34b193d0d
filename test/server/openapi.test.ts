import { Validator } from '@seriousme/openapi-schema-validator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deriveConnectorId } from '../../src/domain/connector-id.ts';
import { operationsOf } from '../../src/domain/operation.ts';
import { connectorFromRevision } from '../../src/load/from-revision.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { withRegistry, type Answer } from './harness.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/openapi');

const PUBLIC = { publicUrl: 'https://registry.contoso.example' };
const withDocument = (work: (document: Answer['json']) => Promise<void> | void): Promise<void> =>
  withRegistry(async ({ call }) => work((await call('/openapi.json')).json), PUBLIC);

test('the registry describes itself in valid OpenAPI 2.0', () =>
  withDocument(async (document) => {
    const result = await new Validator().validate(structuredClone(document));
    assert.ok(result.valid, JSON.stringify(result.errors));
    assert.is(document.swagger, '2.0');
  }));

// Nobody hands a registry in for certification: it has no categories, and whoever runs it knows whom to ask.
const OF_CERTIFICATION: ReadonlySet<string> = new Set([
  'metadata/connector-properties-missing',
  'metadata/connector-status',
  'metadata/contact-missing',
  'readme/sections',
]);

test('its description breaks no rule of ours, not even in the strict profile', () =>
  withDocument((document) => {
    const content = { ...sample().content, openapi: document };
    const connector = connectorFromRevision(deriveConnectorId('registry'), content);
    const found = checkConnectors([connector], () => 'strict');
    assert.equal(
      // Digests start with "sha256:", so none is "head".
      found
        .filter(({ code }) => !OF_CERTIFICATION.has(code))
        .filter(
          ({ code, at }) => code !== 'operation/partial-duplicate-path' || !at.pointer?.includes('~1releases~1head'),
        )
        .map(({ code, at, message }) => `${code} ${at.pointer}: ${message}`),
      [],
    );
  }));

test('every route below /v1 is described, and names the address of its users', () =>
  withDocument((document) => {
    const described = operationsOf(document).map(({ verb, path }) => `${verb.toUpperCase()} ${path}`);
    assert.ok(described.includes('POST /v1/scopes/{tenant}/{subscription}/{region}/releases'));
    assert.ok(described.includes('POST /v1/auth/github-oidc'));
    assert.ok(described.length >= 25, `${described.length}`);
    assert.is(document.host, 'registry.contoso.example');
    assert.equal(document.schemes, ['https']);
  }));

test.run();
