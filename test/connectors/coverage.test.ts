import { inflateSync } from 'node:zlib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connector } from '../../src/domain/connector.ts';
import {
  arrayMember,
  entriesOf,
  isArray,
  isObject,
  member,
  objectMember,
  stringMember,
} from '../../src/domain/json.ts';
import { operationsOf, type Operation } from '../../src/domain/operation.ts';
import { diskTree } from '../../src/load/disk-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';
import { checkConnectors } from '../../src/rules/check.ts';

const test = suite('connectors/coverage');

const { connectors } = loadTree(diskTree('.'), ['connectors']);

const operations = (connector: Connector): Operation[] => operationsOf(connector.openapi!.value);
const triggers = (connector: Connector): Operation[] => operations(connector).filter(({ kind }) => kind === 'trigger');

/** Every object in a document that has a key. */
function holders(value: unknown, key: string): unknown[] {
  if (isArray(value)) return value.flatMap((one) => holders(one, key));
  if (!isObject(value)) return [];
  return [...(Object.hasOwn(value, key) ? [value] : []), ...Object.values(value).flatMap((one) => holders(one, key))];
}

const has = (connector: Connector, ...keys: readonly string[]): boolean =>
  keys.every((key) => holders(connector.openapi!.value, key).length > 0);

const schemes = (connector: Connector): string[] =>
  entriesOf(member(connector.openapi!.value, 'securityDefinitions')).map(([, scheme]) =>
    ['type', 'in', 'flow'].flatMap((key) => stringMember(scheme, key) ?? []).join(' '),
  );

const parameters = (connector: Connector): string[] =>
  entriesOf(member(connector.properties!.value, 'connectionParameters')).map(([, one]) => stringMember(one, 'type')!);

const sets = (connector: Connector): readonly unknown[] =>
  arrayMember(member(connector.properties!.value, 'connectionParameterSets'), 'values') ?? [];

const policies = (connector: Connector): string[] =>
  (arrayMember(connector.properties!.value, 'policyTemplateInstances') ?? []).map((one) =>
    stringMember(one, 'templateId')!,
  );

/** The file and the version of the author's own document. */
const source = ({ openapi }: Connector): string =>
  `${openapi!.convertedFrom?.version.slice(0, 3) ?? '2.0'} ${openapi!.file.split('.').at(-1)!}`;

function isDeprecatedWithSecondVersion(connector: Connector): boolean {
  return operations(connector).some(({ id, value }) => {
    const annotation = objectMember(value, 'x-ms-api-annotation');
    const replacement = stringMember(member(annotation, 'replacement'), 'operationId');
    const second = operations(connector).find((one) => one.id === replacement && one.id === `${id}_V2`);
    return (
      member(value, 'deprecated') === true &&
      ['summary', 'description'].every((key) => stringMember(value, key)!.includes('(deprecated)')) &&
      second !== undefined &&
      member(second.value, 'deprecated') === undefined &&
      member(member(second.value, 'x-ms-api-annotation'), 'family') === member(annotation, 'family')
    );
  });
}

function isWebhookWithUnsubscribe(connector: Connector): boolean {
  return (
    triggers(connector).some(({ pathItem }) => Object.hasOwn(pathItem, 'x-ms-notification-content')) &&
    has(connector, 'x-ms-notification-url') &&
    operations(connector).some(
      ({ verb, value }) => verb === 'delete' && stringMember(value, 'x-ms-visibility') === 'internal',
    )
  );
}

const isPolling = (connector: Connector): boolean =>
  policies(connector).includes('pollingtrigger') &&
  triggers(connector).some(
    ({ value }) => member(value, 'x-ms-trigger') === 'batch' && Object.hasOwn(value, 'x-ms-trigger-metadata'),
  );

/** The colour of the top left pixel of a PNG whose pixels follow its header in one piece, three bytes each. */
function firstPixel(png: Buffer): string {
  const pixels = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  return `#${pixels.toString('hex', 1, 4)}`;
}

const WANTED: readonly (readonly [string, (connector: Connector) => boolean])[] = [
  ['no authentication', (one) => schemes(one).length === 0 && parameters(one).length === 0 && sets(one).length === 0],
  [
    'an API key in a header',
    (one) => schemes(one).includes('apiKey header') && parameters(one).includes('securestring'),
  ],
  [
    'an API key in the query',
    (one) => schemes(one).includes('apiKey query') && parameters(one).includes('securestring'),
  ],
  ['basic authentication', (one) => schemes(one).includes('basic') && parameters(one).includes('securestring')],
  [
    'OAuth 2 with a code',
    (one) => schemes(one).includes('oauth2 accessCode') && parameters(one).includes('oauthSetting'),
  ],
  ['a choice of authentication', (one) => sets(one).length > 1],
  ['a webhook trigger and its unsubscribe operation', isWebhookWithUnsubscribe],
  ['a polling trigger', isPolling],
  ['dynamic values', (one) => has(one, 'x-ms-dynamic-values', 'x-ms-dynamic-list')],
  ['a dynamic schema', (one) => has(one, 'x-ms-dynamic-schema', 'x-ms-dynamic-properties')],
  ['a deprecated operation and its second version', isDeprecatedWithSecondVersion],
  ['two policies', (one) => new Set(policies(one)).size >= 2],
  ['custom code', (one) => one.script !== undefined && member(one.properties!.value, 'scriptOperations') !== undefined],
  ['OpenAPI 2.0 in YAML', (one) => source(one) === '2.0 yaml'],
  ['OpenAPI 2.0 in JSON', (one) => source(one) === '2.0 json'],
  ['OpenAPI 3.0', (one) => source(one).startsWith('3.0 ')],
  ['OpenAPI 3.1', (one) => source(one).startsWith('3.1 ')],
];

test('there are eight connectors, in the native layout', () => {
  assert.is(connectors.length, 8);
  for (const { id, layout } of connectors) assert.is(layout, 'native', id);
});

test('nothing is found in them, as certified connectors', () => {
  // What is only worth knowing cannot be mended: that Logic Apps runs no code, that Power Apps has no triggers.
  const found = checkConnectors(connectors, () => 'certified').filter(({ severity }) => severity !== 'info');
  assert.equal(
    found.map(({ code, at, message }) => `${at.file} ${at.pointer ?? ''} ${code} ${message}`),
    [],
  );
});

for (const [what, isPresent] of WANTED) {
  test(`one of them has ${what}`, () => {
    assert.ok(connectors.some(isPresent));
  });
}

for (const { id, icon, readme, properties } of connectors) {
  test(`${id} has a readme, and an icon of 230 x 230 pixels on its brand colour`, () => {
    assert.ok(readme !== undefined);
    const png = Buffer.from(icon!.bytes);
    assert.is(png.toString('latin1', 1, 4), 'PNG');
    assert.equal([png.readUInt32BE(16), png.readUInt32BE(20)], [230, 230]);
    assert.equal(firstPixel(png), stringMember(properties!.value, 'iconBrandColor'));
  });
}

test.run();
