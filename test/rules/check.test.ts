import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Profile } from '../../src/domain/registry-file.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { diagnosticsOfTree } from '../../src/rules/diagnostics.ts';
import { MOST_PER_CODE } from '../../src/rules/run-rules.ts';
import { connectorOf, documentOf, operationOf } from './connector-of.ts';

const check = (connector: Connector, profile: Profile = 'base'): string[] =>
  checkConnectors([connector], () => profile).map(
    ({ severity, code, at }) => `${severity} ${code} ${at.pointer ?? ''}`,
  );

/** Without advice, which a document that is wrong on purpose gets a lot of. */
const errors = (connector: Connector): string[] => check(connector).filter((line) => line.startsWith('error '));

const test = suite('rules/check');

test('a connector without fault has no findings', () => {
  assert.equal(check(connectorOf(documentOf())), []);
});

test('the profile decides how severe a code is', () => {
  const status = operationOf('ListPets', { 'x-ms-api-annotation': { status: 'beta' } });
  const connector = connectorOf(documentOf({ paths: { '/pets': { get: status } } }));
  const at = '/paths/~1pets/get/x-ms-api-annotation/status';
  assert.equal(check(connector, 'base'), [`warning version/annotation-status ${at}`]);
  assert.ok(check(connector, 'certified').includes(`error version/annotation-status ${at}`));
});

test('each connector has the profile that is asked for it', () => {
  const status = operationOf('ListPets', { 'x-ms-api-annotation': { status: 'beta' } });
  const one = connectorOf(documentOf({ paths: { '/pets': { get: status } } }));
  const two = { ...one, folder: 'strict' };
  const found = checkConnectors([one, two], ({ folder }) => (folder === 'strict' ? 'strict' : 'base'));
  assert.equal(
    found.filter(({ code }) => code === 'version/annotation-status').map(({ severity }) => severity),
    ['warning', 'error'],
  );
});

test('what reading found is reported, at the severity of its code', () => {
  const finding: Finding = {
    code: 'file/byte-order-mark',
    at: { file: 'a', offset: 0 },
    message: 'A mark',
    hint: 'Remove it',
  };
  const connector = { ...connectorOf(documentOf()), findings: [finding, finding] };
  const [diagnostic, ...others] = checkConnectors([connector], () => 'base');
  assert.equal(others, []);
  assert.equal(
    { ...diagnostic, fingerprint: '' },
    { ...finding, severity: 'warning', connector: 'pets', fingerprint: '', fixable: true },
  );
});

test('of the schema and a rule, only the rule speaks about one place', () => {
  const { host: _host, ...withoutHost } = documentOf();
  const parameters = [
    { name: 'id', in: 'path', type: 'string' },
    { name: 'a', in: 'query', schema: {} },
    { name: 'b', in: 'body' },
  ];
  const paths = { '/pets/{id}': { post: { operationId: 'A', parameters } }, pets: {} };
  assert.equal(errors(connectorOf({ ...withoutHost, swagger: 2, paths })), [
    'error document/host-missing ',
    'error operation/must-have-response /paths/~1pets~1{id}/post',
    'error parameter/path-must-be-required /paths/~1pets~1{id}/post/parameters/0',
    'error parameter/non-body-schema-not-valid /paths/~1pets~1{id}/post/parameters/1/schema',
    'error parameter/body-schema-required /paths/~1pets~1{id}/post/parameters/2',
    'error operation/path-must-start-with-slash /paths/pets',
    'error document/specification-version /swagger',
  ]);
});

test('parts that could not be read are not judged', () => {
  const connector = { ...connectorOf(documentOf()), openapi: undefined, properties: undefined };
  assert.equal(check(connector), []);
  const policies = {
    iconBrandColor: '#0a7d55',
    scriptOperations: ['Gone'],
    policyTemplateInstances: [{ templateId: 'x', parameters: { 'x-ms-apimTemplate-operationName': ['Gone'] } }],
  };
  assert.equal(errors({ ...connectorOf(documentOf(), policies), openapi: undefined }), [
    'error script/operations-without-file /scriptOperations',
  ]);
});

test('findings are sorted by file, place and code, numbers as numbers', () => {
  const parameters = Array.from({ length: 11 }, (_, index) => ({
    name: `p${index}`,
    in: 'query',
    type: 'integer',
    default: index === 2 || index === 10 ? '' : 1,
  }));
  const found = errors(
    connectorOf(documentOf({ paths: { '/b': { get: operationOf('B', { parameters }) } }, basePath: 'a' }), {}),
  );
  assert.equal(found, [
    'error document/base-path-not-valid /basePath',
    'error schema/default-value-must-match-type /paths/~1b/get/parameters/2/default',
    'error schema/default-value-must-match-type /paths/~1b/get/parameters/10/default',
    'error icon/brand-color-missing ',
  ]);
});

test('one code is reported a thousand times for a connector, not more', () => {
  const values = Array.from({ length: 5000 }, () => 'a');
  assert.is(check(connectorOf(documentOf({ definitions: { A: { enum: values } } }))).length, MOST_PER_CODE);
});

test('findings about the tree belong to no connector', () => {
  const finding: Finding = {
    code: 'file/registry-not-valid',
    at: { file: 'registry.yaml', pointer: '/targets' },
    message: 'No list',
  };
  const [one, two] = diagnosticsOfTree([finding, finding]);
  assert.is(one?.connector, '');
  assert.is(one?.severity, 'error');
  assert.equal(one?.at, finding.at);
  assert.is.not(one?.fingerprint, two?.fingerprint);
});

test.run();
