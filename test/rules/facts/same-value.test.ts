import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isObject, type Json } from '../../../src/domain/json.ts';
import { isSameValue } from '../../../src/rules/facts/same-value.ts';

/** A copy whose objects have their keys the other way round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, turned(one)]),
  );
}

const test = suite('rules/facts/same-value');

test('a value is the same as its copy, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      assert.ok(isSameValue(json, turned(json)));
      assert.not.ok(isSameValue({ at: json, more: 1 }, { at: turned(json), more: 2 }));
      assert.not.ok(isSameValue([json], [turned(json), null]));
    }),
  );
});

test('lists and objects, absent and null, numbers and texts are different', () => {
  const pairs: readonly (readonly [Json, Json])[] = [
    [[], {}],
    [{ a: null }, { b: null }],
    [{ a: 1 }, { a: '1' }],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [{ toString: 1 }, { constructor: 1 }],
  ];
  for (const [one, two] of pairs) assert.not.ok(isSameValue(one, two));
});

test('values that hold themselves are compared in the end', () => {
  const one: Record<string, unknown> = { name: 'a' };
  const two: Record<string, unknown> = { name: 'a' };
  one['self'] = one;
  two['self'] = two;
  assert.ok(isSameValue(one as Json, two as Json));
});

test.run();
