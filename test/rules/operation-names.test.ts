import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../src/domain/json.ts';
import { operationNamesOf } from '../../src/rules/operation-names.ts';

const test = suite('rules/operation-names');

/** A document with one operation a path, `get`, by its id; undefined has none. */
const documentOf = (ids: Readonly<Record<string, string | undefined>>): JsonObject => ({
  paths: Object.fromEntries(
    Object.entries(ids).map(([path, id]) => [path, { get: id === undefined ? {} : { operationId: id } }]),
  ),
});

const CASES: [name: string, before: JsonObject, after: JsonObject | undefined, names: (string | undefined)[]][] = [
  ['without a newer version, ids are what they are', documentOf({ '/a': 'A', '/b': 'B' }), undefined, ['A', 'B']],
  [
    'an id that two operations have names neither',
    documentOf({ '/a': 'A', '/b': 'A' }),
    undefined,
    [undefined, undefined],
  ],
  [
    'a renamed operation has its new id',
    documentOf({ '/a': 'A', '/b': 'B' }),
    documentOf({ '/a': 'X', '/b': 'B' }),
    ['X', 'B'],
  ],
  [
    'a moved operation keeps its id',
    documentOf({ '/a': 'A', '/b': 'B' }),
    documentOf({ '/c': 'A', '/b': 'B' }),
    ['A', 'B'],
  ],
  [
    'two that change places keep theirs',
    documentOf({ '/a': 'A', '/b': 'B' }),
    documentOf({ '/a': 'B', '/b': 'A' }),
    ['A', 'B'],
  ],
  [
    'one in whose place another moved keeps its id',
    documentOf({ '/a': 'A', '/b': 'B' }),
    documentOf({ '/a': 'B' }),
    ['A', 'B'],
  ],
  ['a removed operation keeps its id', documentOf({ '/a': 'A', '/b': 'B' }), documentOf({ '/b': 'B' }), ['A', 'B']],
  ['a first id is one', documentOf({ '/a': undefined, '/b': 'B' }), documentOf({ '/a': 'A', '/b': 'B' }), ['A', 'B']],
  [
    'ids that two had and were told apart',
    documentOf({ '/a': 'A', '/b': 'A' }),
    documentOf({ '/a': 'A', '/b': 'B' }),
    ['A', 'B'],
  ],
  [
    'an id that another operation got too',
    documentOf({ '/a': 'A', '/b': 'B' }),
    documentOf({ '/a': 'A', '/b': 'A' }),
    [undefined, undefined],
  ],
];

for (const [name, before, after, wanted] of CASES) {
  test(name, () => {
    const { idAt } = operationNamesOf(before, after);
    assert.equal([idAt('/a', 'get'), idAt('/b', 'get')], wanted);
  });
}

test('an id in a list of operations is the one that it has become', () => {
  const { idNow } = operationNamesOf(documentOf({ '/a': 'A', '/b': 'B' }), documentOf({ '/a': 'X', '/b': 'B' }));
  assert.equal(['A', 'B', 'C', '__proto__'].map(idNow), ['X', 'B', 'C', '__proto__']);
});

test.run();
