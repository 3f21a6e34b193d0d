import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { dump } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Loss } from '../../src/convert/openapi-3-to-2.ts';
import { connectorFromPostman, type ImportedPostman } from '../../src/convert/postman-to-connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { assertGolden } from '../golden.ts';
import { baseErrorsOf, unaccountedRequests } from './postman-checks.ts';

const FIXTURES = 'test/fixtures/convert/postman';

const test = suite('convert/postman-to-connector');

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const line = (kind: string, { pointer, construct, message, hint }: Loss): string =>
  `${kind} ${pointer} (${construct})\n  ${message}\n${hint === undefined ? '' : `  > ${hint}\n`}`;

const reportOf = ({ losses, notes, derived, secrets, requests, otherHosts }: ImportedPostman): string =>
  [
    ...losses.map((loss) => line('loss', loss)),
    ...notes.map((note) => line('note', note)),
    ...derived.map(({ what, value, from }) => `derived ${what}: ${value}\n  ${from}\n`),
    ...secrets.map(({ name, pointer }) => `secret ${name} ${pointer}\n`),
    ...otherHosts.map(({ host, requests: count }) => `host ${host} ${count}\n`),
    ...requests.map(({ pointer, operationId }) => `request ${pointer} ${operationId ?? '-'}\n`),
  ].join('');

for (const name of readdirSync(FIXTURES)) {
  const folder = `${FIXTURES}/${name}`;
  const collection = read(`${folder}/collection.json`) as JsonObject;
  const environments = existsSync(`${folder}/environments.json`)
    ? (read(`${folder}/environments.json`) as JsonObject[])
    : [];
  const imported = connectorFromPostman(collection, environments);

  test(`${name}: connector and report are the golden ones`, () => {
    assertGolden(`${folder}/openapi.json`, `${JSON.stringify(imported.openapi, null, 2)}\n`);
    assertGolden(`${folder}/connector.yaml`, dump(imported.native));
    assertGolden(`${folder}/report.txt`, reportOf(imported));
  });

  test(`${name}: the document is valid, and the connector has no error of the profile base`, async () => {
    assert.equal((await new Validator().validate(structuredClone(imported.openapi))).errors, undefined);
    assert.equal(baseErrorsOf(imported), []);
  });

  test(`${name}: every request is an operation or reported, at a place of the collection`, () => {
    assert.equal(unaccountedRequests(collection, imported), []);
    for (const { pointer } of [...imported.losses, ...imported.notes, ...imported.secrets]) {
      assert.is.not(valueAt(collection, pointer), undefined, pointer);
    }
  });

  test(`${name}: twice the same`, () => {
    assert.is(JSON.stringify(connectorFromPostman(collection, environments)), JSON.stringify(imported));
  });
}

test('another host of a collection can be a connector of its own', () => {
  const collection = read(`${FIXTURES}/names/collection.json`) as JsonObject;
  const { openapi, otherHosts } = connectorFromPostman(collection, [], { host: 'files.contoso.com' });
  assert.is(openapi['host'], 'files.contoso.com');
  assert.equal(otherHosts, [{ host: 'desk.contoso.com', requests: 12 }]);
});

test('names of operations do not depend on the order of the collection', () => {
  const collection = read(`${FIXTURES}/names/collection.json`) as JsonObject;
  const turned = { ...collection, item: (collection['item'] as JsonObject[]).toReversed() };
  const ids = (imported: ImportedPostman): string[] =>
    imported.requests.map(({ operationId }) => operationId ?? '').sort();
  assert.equal(ids(connectorFromPostman(turned, [])), ids(connectorFromPostman(collection, [])));
});

test.run();
