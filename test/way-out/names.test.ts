import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../src/domain/json.ts';
import { operationsOf } from '../../src/domain/operation.ts';
import { collide } from '../../src/way-out/collide.ts';
import { VersionNames } from '../../src/way-out/version-names.ts';

const test = suite('way-out/names');

const documentOf = (...operations: readonly JsonObject[]): JsonObject => ({
  paths: Object.fromEntries(operations.map((get, index) => [`/p${index}`, { get }])),
});

/** The next version of the first operation of a document. */
const next = (before: JsonObject, after: JsonObject = {}) => {
  const { family, formerRevision, revision, id } = new VersionNames(before, after).next(operationsOf(before)[0]!);
  return [family, formerRevision, revision, id];
};
const annotated = (operationId: string, family: string, revision: number): JsonObject => ({
  operationId,
  'x-ms-api-annotation': { family, revision },
});

test('the next revision of an operation, by its id or its annotation', () => {
  assert.equal(next(documentOf({ operationId: 'Get' })), ['Get', 1, 2, 'Get_V2']);
  assert.equal(next(documentOf({ operationId: 'Get_V2' })), ['Get', 2, 3, 'Get_V3']);
  assert.equal(next(documentOf({ operationId: 'GetV2' })), ['Get', 2, 3, 'Get_V3']);
  assert.equal(next(documentOf(annotated('Take', 'Get', 4))), ['Get', 4, 5, 'Get_V5']);
  assert.equal(next(documentOf({ operationId: 'TV' })), ['TV', 1, 2, 'TV_V2']);
});

test('revisions and ids of either version are taken', () => {
  const family = documentOf({ operationId: 'Get' }, annotated('Get_V2', 'Get', 2));
  assert.equal(next(family), ['Get', 1, 3, 'Get_V3']);
  assert.equal(next(documentOf({ operationId: 'Get' }), documentOf({ operationId: 'get_v2' })), [
    'Get',
    1,
    3,
    'Get_V3',
  ]);
  const names = new VersionNames(documentOf({ operationId: 'Get' }), {});
  const [operation] = operationsOf(documentOf({ operationId: 'Get' }));
  assert.equal([names.next(operation!).id, names.next(operation!).id], ['Get_V2', 'Get_V3']);
});

test('a path of its own, that no request can be meant for as well', () => {
  const path = (one: string, revision: number, ...taken: readonly string[]): string =>
    new VersionNames({ paths: Object.fromEntries(taken.map((other) => [other, {}])) }, {}).path(one, revision);
  assert.is(path('/pets/{id}', 2, '/pets/{id}'), '/v2/pets/{id}');
  assert.is(path('/v1/pets', 2, '/v1/pets'), '/v2/pets');
  assert.is(path('/v1/pets', 2, '/v2/pets/'), '/v2/v1/pets');
  assert.is(path('/', 2, '/', '/{any}'), '/v2/root');
});

const COLLISIONS: readonly (readonly [string, string, boolean])[] = [
  ['/a', '/a', true],
  ['/a', '/A/', true],
  ['/a/{x}', '/a/{y}', true],
  ['/a/{x}', '/a/b', true],
  ['/a/{x}', '/b/{x}', false],
  ['/a', '/a/{x}', false],
  ["/a('{x}')", '/a', true],
];

for (const [one, two, want] of COLLISIONS) {
  test(`${one} and ${two} ${want ? 'collide' : 'do not collide'}`, () => {
    assert.is(collide(one, two), want);
    assert.is(collide(two, one), want);
  });
}

test.run();
