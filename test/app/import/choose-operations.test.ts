import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chosenOperations, tagCounts } from '../../../src/app/import/choose-operations.ts';
import { keepIds } from '../../../src/app/import/keep-ids.ts';
import type { Draft } from '../../../src/app/import/draft.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/choose-operations');

const using = (name: string, more: JsonObject = {}): JsonObject => ({
  operationId: `Get${name}`,
  responses: { 200: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } } },
  ...more,
});
const DOCUMENT: JsonObject = {
  openapi: '3.1.0',
  tags: [{ name: 'a' }, { name: 'b' }],
  paths: { '/a': { get: using('A', { tags: ['a'] }) }, '/b': { get: using('B', { tags: ['b'] }), post: using('C') } },
  webhooks: { pushed: { post: using('Hook') } },
  components: {
    schemas: {
      A: { properties: { inner: { $ref: '#/components/schemas/Inner' } } },
      Inner: { type: 'string' },
      B: {},
      C: {},
      Hook: {},
    },
    securitySchemes: { key: {} },
  },
};

const schemasOf = (document: JsonObject): string[] =>
  Object.keys((document['components'] as { readonly schemas: JsonObject }).schemas);

test('a tag keeps its operations with what they lead to, and leaves what calls the connector behind', () => {
  const chosen = chosenOperations(DOCUMENT, { tags: ['a'], operations: [] });
  assert.equal(Object.keys(chosen['paths'] as JsonObject), ['/a']);
  assert.equal(schemasOf(chosen), ['A', 'Inner']);
  assert.equal(chosen['tags'], [{ name: 'a' }]);
  assert.not.ok('webhooks' in chosen);
  assert.ok('securitySchemes' in (chosen['components'] as JsonObject));
});

test('an operation is chosen by its id, or by verb and path', () => {
  for (const name of ['GetC', 'POST /b']) {
    const chosen = chosenOperations(DOCUMENT, { tags: [], operations: [name] });
    assert.equal(Object.keys((chosen['paths'] as Record<string, JsonObject>)['/b'] ?? {}), ['post']);
    assert.equal(schemasOf(chosen), ['C']);
  }
});

test('no choice is everything, and a name that is not there is told', () => {
  assert.is(chosenOperations(DOCUMENT, { tags: [], operations: [] }), DOCUMENT);
  assert.throws(
    () => chosenOperations(DOCUMENT, { tags: ['c'], operations: [] }),
    (cause: unknown) => cause instanceof Failure,
  );
  assert.equal(
    [...tagCounts(DOCUMENT)],
    [
      ['a', 1],
      ['b', 1],
      ['', 1],
    ],
  );
});

const draft = (ids: readonly [string, string], madeIds: readonly string[], native: JsonObject = {}): Draft => {
  const value = {
    swagger: '2.0',
    paths: { '/a': { get: { operationId: ids[0] } }, '/b': { get: { operationId: ids[1] } } },
  };
  const none = { icon: undefined, readme: undefined, script: undefined, losses: [], notes: [] };
  return { document: { file: 'openapi.json', text: JSON.stringify(value), value }, native, madeIds, ...none };
};
const idsOf = ({ document }: Draft): string[] =>
  Object.values(document.value['paths'] as Record<string, { get: { operationId: string } }>).map(
    ({ get }) => get.operationId,
  );

test('an id that the import makes up stays what it was, with the policies that name it', () => {
  const policies = [{ template: 'setheader', operations: ['ReadA', 'GetB'] }];
  const kept = keepIds(
    draft(['ReadA', 'GetB'], ['ReadA', 'GetB'], { policies }),
    draft(['GetA', 'GetB'], []).document.value,
  );
  assert.equal(idsOf(kept), ['GetA', 'GetB']);
  assert.equal(kept.native['policies'], [{ template: 'setheader', operations: ['GetA', 'GetB'] }]);
});

test('an id of the source itself counts, and two operations never get one id', () => {
  const former = draft(['GetA', 'GetB'], []).document.value;
  assert.equal(idsOf(keepIds(draft(['ReadA', 'GetB'], []), former)), ['ReadA', 'GetB']);
  assert.equal(idsOf(keepIds(draft(['ReadA', 'getA'], ['ReadA']), former)), ['ReadA', 'getA']);
});

test.run();
