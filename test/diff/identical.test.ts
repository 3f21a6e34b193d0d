import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../src/domain/json.ts';
import { Identical } from '../../src/diff/identical.ts';
import { openApi2 } from './openapi-2-arbitrary.ts';

const test = suite('diff/identical');

const A = { $ref: '#/definitions/A' };
const documentOf = (definitions: JsonObject): JsonObject => ({ definitions });

test('what is written alike and leads to what is alike is the same', () => {
  const document = documentOf({ A: { properties: { b: { $ref: '#/definitions/B' } } }, B: { items: A } });
  const identical = new Identical(document, structuredClone(document));
  assert.ok(identical.same({ schema: A }, { schema: A }));
  assert.ok(identical.sameReference(A, { ...A }));
});

const CASES: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ['another definition', { A: { type: 'string' } }, { A: { type: 'integer' } }],
  [
    'another definition behind it',
    { A: { $ref: '#/definitions/B' }, B: { type: 'string' } },
    { A: { $ref: '#/definitions/B' }, B: { type: 'integer' } },
  ],
  [
    'a ring with another definition in it',
    { A: { $ref: '#/definitions/B' }, B: { allOf: [A, { $ref: '#/definitions/C' }] }, C: { type: 'string' } },
    { A: { $ref: '#/definitions/B' }, B: { allOf: [A, { $ref: '#/definitions/C' }] }, C: { type: 'integer' } },
  ],
  ['a definition that is gone', { A: { type: 'string' } }, {}],
  ['a reference to nowhere', { A: { $ref: '#/definitions/B' } }, { A: { $ref: '#/definitions/B' } }],
  ['a reference out of the definitions', { A: { $ref: '#/paths/~1a' } }, { A: { $ref: '#/paths/~1a' } }],
  ['another order of keys', { A: { type: 'string', format: 'date' } }, { A: { format: 'date', type: 'string' } }],
];

for (const [name, before, after] of CASES)
  test(`not the same: ${name}`, () => {
    const identical = new Identical(documentOf(before), documentOf(after));
    assert.not(identical.same({ schema: A }, { schema: A }));
    assert.not(identical.sameReference(A, A));
  });

test('a document is the same as its copy, part by part', () => {
  fc.assert(
    fc.property(openApi2, (document) => {
      const copy = structuredClone(document);
      assert.ok(new Identical(document, copy).same(document['paths'], copy['paths']));
    }),
    { numRuns: 100 },
  );
});

test('values 10,000 levels deep count as different', () => {
  const [one, two] = [1, 2].map(() => {
    let deep: JsonObject = {};
    for (let level = 0; level < 10_000; level += 1) deep = { a: deep };
    return deep;
  });
  assert.not(new Identical({}, {}).same(one, two));
});

test.run();
