import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { connectorFromPostman } from '../../src/convert/postman-to-connector.ts';
import { mergeReimport, type Reimported } from '../../src/convert/reimport-merge.ts';
import { parseSnapshot, snapshotOf, type ImportedParts } from '../../src/convert/reimport-snapshot.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { collections } from './postman-arbitrary.ts';

const test = suite('convert/reimport-merge');

const parts = (openapi: JsonObject, native: JsonObject = {}): ImportedParts => ({ openapi, native });
const merge = (before: JsonObject, mine: JsonObject, theirs: JsonObject): Reimported =>
  mergeReimport(snapshotOf(parts(before)), parts(mine), parts(theirs));

const parameter = (name: string, more: JsonObject = {}): JsonObject => ({ name, in: 'query', type: 'string', ...more });

/** What was imported, what the author made of it, what the source has now, what is to come out, and at which places both differ. */
const CASES: readonly (readonly [
  name: string,
  before: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  want: Json,
  at: string[],
])[] = [
  [
    'what the author edited stays',
    { a: 'x', b: 'y' },
    { a: 'mine', b: 'y' },
    { a: 'x', b: 'y' },
    { a: 'mine', b: 'y' },
    [],
  ],
  [
    'what the source changed comes in',
    { a: 'x', b: 'y' },
    { a: 'x', b: 'y' },
    { a: 'x', b: 'new' },
    { a: 'x', b: 'new' },
    [],
  ],
  [
    'both at different places',
    { a: 'x', b: { c: 1, d: 2 } },
    { a: 'x', b: { c: 3, d: 2 } },
    { a: 'z', b: { c: 1, d: 4 } },
    { a: 'z', b: { c: 3, d: 4 } },
    [],
  ],
  [
    'both at one place: the author wins, and it is told',
    { a: { b: 'x' } },
    { a: { b: 'mine' } },
    { a: { b: 'theirs' } },
    { a: { b: 'mine' } },
    ['/a/b'],
  ],
  ['both to the same value', { a: 'x' }, { a: 'y' }, { a: 'y' }, { a: 'y' }, []],
  [
    'what is new comes behind what it stands behind',
    { a: 1, c: 3 },
    { c: 3, a: 1 },
    { a: 1, b: 2, c: 3 },
    { c: 3, a: 1, b: 2 },
    [],
  ],
  ['what the author added stays', { a: 1 }, { a: 1, mine: 2 }, { a: 1 }, { a: 1, mine: 2 }, []],
  ['what the source removed goes', { a: 1, b: { c: 2 } }, { a: 1, b: { c: 2 } }, { a: 1 }, { a: 1 }, []],
  [
    'what the source removed and the author edited stays',
    { a: 1, b: { c: 2 } },
    { a: 1, b: { c: 3 } },
    { a: 1 },
    { a: 1, b: { c: 3 } },
    ['/b'],
  ],
  ['what the author removed stays removed', { a: 1, b: 2 }, { a: 1 }, { a: 1, b: 2 }, { a: 1 }, []],
  ['what the author removed and the source changed is told', { a: 1, b: 2 }, { a: 1 }, { a: 1, b: 3 }, { a: 1 }, ['']],
  [
    'parameters are known by place and name',
    { p: [parameter('a'), parameter('b')] },
    { p: [parameter('b'), parameter('a', { description: 'mine' })] },
    { p: [parameter('a'), parameter('b', { type: 'integer' }), parameter('c')] },
    { p: [parameter('b', { type: 'integer' }), parameter('c'), parameter('a', { description: 'mine' })] },
    [],
  ],
  [
    'a conflict in a list is told at its number',
    { p: [parameter('a'), parameter('b')] },
    { p: [parameter('b', { type: 'boolean' }), parameter('a')] },
    { p: [parameter('a'), parameter('b', { type: 'integer' })] },
    { p: [parameter('b', { type: 'boolean' }), parameter('a')] },
    ['/p/0/type'],
  ],
  [
    'lists of words are merged word by word',
    { required: ['a', 'b'] },
    { required: ['b'] },
    { required: ['a', 'b', 'c'] },
    { required: ['b', 'c'] },
    [],
  ],
  ['other lists are one value', { l: [1, 2] }, { l: [1, 2, 3] }, { l: [1, 2] }, { l: [1, 2, 3] }, []],
  ['a value that became an object', { a: 1 }, { a: 1 }, { a: { b: 2 } }, { a: { b: 2 } }, []],
  ['the order of keys is no edit', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, { a: 'gone' }, { a: 'gone' }, []],
];

for (const [name, before, mine, theirs, want, at] of CASES) {
  test(name, () => {
    const { openapi, conflicts } = merge(before, mine, theirs);
    assert.is(JSON.stringify(openapi), JSON.stringify(want));
    assert.equal(
      conflicts.map(({ pointer }) => pointer),
      at,
    );
    for (const pointer of at) assert.is.not(valueAt(openapi, pointer), undefined);
  });
}

const operation = (id: string, summary: string): JsonObject => ({ get: { operationId: id, summary } });

test('an operation whose path changed in the source takes the edits along', () => {
  const before = { paths: { '/a': operation('ListA', 'List a'), '/b': operation('ListB', 'List b') } };
  const mine = { paths: { '/a': operation('ListA', 'Mine'), '/b': operation('ListB', 'List b') } };
  const theirs = { paths: { '/v2/a': operation('ListA', 'List a'), '/b': operation('ListB', 'List b') } };
  const { openapi, conflicts } = merge(before, mine, theirs);
  assert.equal(openapi, { paths: { '/v2/a': operation('ListA', 'Mine'), '/b': operation('ListB', 'List b') } });
  assert.equal(conflicts, []);
});

test('both documents are merged, and a conflict says in which', () => {
  const { native, conflicts } = mergeReimport(
    snapshotOf(parts({}, { policies: [{ template: 'setheader', title: 'A', parameters: { name: 'x' } }] })),
    parts(
      {},
      { publisher: 'Contoso', policies: [{ template: 'setheader', title: 'A', parameters: { name: 'mine' } }] },
    ),
    parts(
      {},
      { policies: [{ template: 'setheader', title: 'A', parameters: { name: 'z' } }], iconBrandColor: '#000000' },
    ),
  );
  assert.equal(native, {
    publisher: 'Contoso',
    policies: [{ template: 'setheader', title: 'A', parameters: { name: 'mine' } }],
    iconBrandColor: '#000000',
  });
  assert.equal(
    conflicts.map(({ part, pointer }) => `${part} ${pointer}`),
    ['native /policies/0/parameters/name'],
  );
});

test('a snapshot holds no value, is the same for the same documents, and is read back from its text', () => {
  const imported = parts({ info: { title: 'Garden', tags: ['Roses'] } }, { publisher: 'Contoso' });
  const text = JSON.stringify(snapshotOf(imported));
  assert.not.match(text, /Garden|Contoso/);
  assert.equal(parseSnapshot(JSON.parse(text) as Json), snapshotOf(imported));
  for (const broken of [
    null,
    1,
    [],
    {},
    { version: 2, openapi: {}, native: {} },
    { version: 1, openapi: 'x', native: {} },
  ])
    assert.is(parseSnapshot(broken), undefined);
});

const imports = fc
  .tuple(collections, collections)
  .map(([one, two]): [ImportedParts, ImportedParts] => [connectorFromPostman(one, []), connectorFromPostman(two, [])]);

test('what nobody edited becomes the new import', () => {
  fc.assert(
    fc.property(imports, ([before, now]) => {
      const { openapi, native, conflicts } = mergeReimport(snapshotOf(before), before, now);
      assert.equal(sortedJson(openapi), sortedJson(now.openapi));
      assert.equal(sortedJson(native), sortedJson(now.native));
      assert.equal(conflicts, []);
    }),
    { numRuns: 60 },
  );
});

test('what did not change in the source stays as its author made it', () => {
  fc.assert(
    fc.property(imports, ([before, edited]) => {
      const { openapi, native, conflicts } = mergeReimport(snapshotOf(before), edited, before);
      assert.is(JSON.stringify([openapi, native]), JSON.stringify([edited.openapi, edited.native]));
      assert.equal(conflicts, []);
    }),
    { numRuns: 60 },
  );
});

test('a snapshot of a large document is bounded, and merges in larger pieces', () => {
  const operations = Array.from({ length: 300 }, (_, index): [string, Json] => [
    `/p${index}`,
    { get: { operationId: `Op${index}`, responses: { 200: { schema: { properties: { id: { type: 'string' } } } } } } },
  ]);
  const before = { info: { title: 'A' }, paths: Object.fromEntries(operations) };
  const snapshot = snapshotOf(parts(before), 12_000);
  assert.ok(JSON.stringify(snapshot).length <= 12_000);
  const reworded = (document: JsonObject, path: string, summary: string): JsonObject => ({
    ...document,
    paths: { ...(document['paths'] as JsonObject), [path]: { get: { operationId: 'Op', summary } } },
  });
  const mine = reworded(before, '/p1', 'Mine');
  const theirs = reworded(reworded(before, '/p2', 'Theirs'), '/p3', 'Theirs');
  const { openapi, conflicts } = mergeReimport(snapshot, parts(mine), parts(theirs));
  assert.is(valueAt(openapi, '/paths/~1p1/get/summary'), 'Mine');
  assert.is(valueAt(openapi, '/paths/~1p2/get/summary'), 'Theirs');
  assert.is(valueAt(openapi, '/paths/~1p3/get/operationId'), 'Op');
  assert.equal(conflicts, []);
});

test('a conflict says what stays, and what the source has', () => {
  const { conflicts } = merge({ a: 1, b: 2, c: 3 }, { a: 'mine', c: 'kept' }, { a: 'new', b: 'new' });
  assert.equal(
    conflicts.map(({ yours, source }) => [yours, source]),
    [
      ['mine', 'new'],
      ['kept', undefined],
      [undefined, 'new'],
    ],
  );
});

/** Objects and lists of what names itself in any order: the merge keeps the author's. */
function sortedJson(value: Json): Json {
  if (Array.isArray(value))
    return (value as Json[]).map(sortedJson).sort((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [two]) => (one < two ? -1 : 1))
      .map(([key, inner]) => [key, sortedJson(inner)]),
  );
}

test.run();
