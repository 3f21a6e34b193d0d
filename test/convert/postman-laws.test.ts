import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connectorFromPostman } from '../../src/convert/postman-to-connector.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { collections } from './postman-arbitrary.ts';
import { baseErrorsOf, unaccountedRequests } from './postman-checks.ts';

const test = suite('convert/postman-laws');

test('every request of a collection is an operation or reported', () => {
  fc.assert(
    fc.property(collections, (collection) => {
      assert.equal(unaccountedRequests(collection, connectorFromPostman(collection, [])), []);
    }),
    { numRuns: 300 },
  );
});

test('the connector has no error of the profile base, and its document is valid', async () => {
  const validator = new Validator();
  await fc.assert(
    fc.asyncProperty(collections, async (collection) => {
      const imported = connectorFromPostman(collection, []);
      assert.equal(baseErrorsOf(imported), []);
      assert.equal((await validator.validate(structuredClone(imported.openapi))).errors, undefined);
    }),
    { numRuns: 150 },
  );
});

test('twice the same bytes', () => {
  fc.assert(
    fc.property(collections, (collection) => {
      const once = JSON.stringify(connectorFromPostman(collection, []));
      assert.is(JSON.stringify(connectorFromPostman(structuredClone(collection), [])), once);
    }),
    { numRuns: 100 },
  );
});

test('no input makes the importer throw', () => {
  fc.assert(
    fc.property(fc.object(), fc.object(), (value, environment) => {
      connectorFromPostman(value as JsonObject, [environment as JsonObject]);
    }),
    { numRuns: 300 },
  );
});

test('what is deep or large ends in bounded time', () => {
  let folder: JsonObject = { name: 'deepest', item: [{ name: 'a', request: 'https://api.contoso.com/a' }] };
  for (let depth = 0; depth < 10_000; depth += 1) folder = { name: 'f', item: [folder] };
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field ${index}`, {}])));
  const url = 'https://api.contoso.com/a';
  const hostile = [
    { name: 'deep', request: { url, method: 'POST', body: { mode: 'raw', raw: deep } } },
    { name: 'wide', request: { url: `${url}b`, method: 'POST', body: { mode: 'raw', raw: wide } } },
    {
      name: 'marks',
      request: {
        url: `${url}c`,
        method: 'POST',
        description: '<'.repeat(50_000) + '['.repeat(50_000) + '\n'.repeat(50_000),
      },
    },
    {
      name: 'comments',
      request: { url: `${url}d`, method: 'POST', body: { mode: 'raw', raw: `{${'/*'.repeat(100_000)}` } },
    },
    { name: '/'.repeat(100_000), request: { url: `${url}${'/{{'.repeat(30_000)}`, method: 'GET' } },
  ];
  const collection = {
    info: { name: 'Hostile' },
    item: [folder, ...hostile],
    variable: [
      { key: 'a', value: '{{b}}{{b}}{{b}}' },
      { key: 'b', value: '{{a}}{{a}}{{a}}' },
      { key: 'place', value: 'x' },
    ],
  };
  const imported = connectorFromPostman(collection, []);
  assert.equal(
    imported.requests.map(({ pointer, operationId }) => [pointer, operationId !== undefined]),
    hostile.map((_, index) => [`/item/${index + 1}`, true]),
  );
  assert.ok(imported.losses.some(({ construct }) => construct === 'folder'));
  assert.equal(baseErrorsOf(imported), []);
});

test.run();
