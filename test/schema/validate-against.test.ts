import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json } from '../../src/domain/json.ts';
import { child } from '../../src/domain/pointer.ts';
import { MOST_PROBLEMS, validateAgainst } from '../../src/schema/validate-against.ts';

const test = suite('schema/validate-against');

const good = (name: string): Json =>
  load(readFileSync(`test/fixtures/schema/${name}/good/every-word.yaml`, 'utf8')) as Json;

/** Every place below the root of a document. */
function* placesIn(value: Json, pointer = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield child(pointer, key);
    yield* placesIn(inner, child(pointer, key));
  }
}

/** The document with another value at a place. */
function withValue(value: Json, pointer: string, replacement: Json, at = ''): Json {
  if (at === pointer) return replacement;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
    key,
    withValue(inner, pointer, replacement, child(at, key)),
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

for (const name of ['connector', 'registry', 'openapi-2'] as const) {
  test(`${name}: one value of a wrong type is one problem at most, and at its place`, () => {
    const document = good(name);
    let found = 0;
    for (const place of placesIn(document)) {
      for (const wrong of [7.5, null, true]) {
        const problems = validateAgainst(name, withValue(document, place, wrong));
        assert.ok(problems.length <= 1, `${place}: ${JSON.stringify(problems)}`);
        for (const problem of problems) assert.is(problem.pointer, place);
        found += problems.length;
      }
    }
    assert.ok(found > 50);
  });

  test(`${name}: whatever the value, there is an answer`, () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const problems = validateAgainst(name, value);
        return problems.length <= MOST_PROBLEMS && problems.every((problem) => problem.pointer !== undefined);
      }),
    );
  });
}

test('keys of the prototype are keys like others', () => {
  const document = JSON.parse('{"__proto__": {}, "constructor": 1, "hasOwnProperty": 2, "toString": 3}');
  assert.equal(
    validateAgainst('connector', document).map(({ pointer, keyword }) => `${pointer} ${keyword}`),
    ['__proto__', 'constructor', 'hasOwnProperty', 'toString'].map((key) => `/${key} additionalProperties`),
  );
});

test('what stands below a key "__proto__" does not count as present', () => {
  const document = JSON.parse('{"__proto__": {"swagger": "2.0", "info": {}, "paths": {}}}');
  const missing = validateAgainst('openapi-2', document).map(({ property }) => property);
  assert.equal(missing.slice(0, 3), ['swagger', 'info', 'paths']);
});

test('a document with thousands of mistakes has a bounded list of problems', () => {
  const paths = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`/${index}`, { get: 7 }]));
  const problems = validateAgainst('openapi-2', { swagger: '2.0', info: { title: 'A', version: '1' }, paths });
  assert.is(problems.length, MOST_PROBLEMS);
});

test('schemas may nest as deep as a loaded document may', () => {
  let schema: Json = { type: 'nothing' };
  for (let depth = 0; depth < 95; depth += 1) schema = { properties: { a: schema } };
  const document = { swagger: '2.0', info: { title: 'A', version: '1' }, paths: {}, definitions: { A: schema } };
  assert.is(validateAgainst('openapi-2', document).length, 1);
});

test('long values are quoted in part, and objects not at all', () => {
  const [label] = validateAgainst('connector', { labels: ['x'.repeat(1000)] });
  assert.is(label?.actual, `"${'x'.repeat(80)}..."`);
  const [version] = validateAgainst('registry', { version: { secret: 1 } });
  assert.is(version?.actual, 'object');
});

test.run();
