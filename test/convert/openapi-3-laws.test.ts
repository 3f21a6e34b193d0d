import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convertOpenApi3 } from '../../src/convert/openapi-3-to-2.ts';
import { isArray, isObject, type Json, type JsonObject } from '../../src/domain/json.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { openApi3, openApi31 } from './openapi-3-arbitrary.ts';
import { leavesOf, silentlyLost } from './silently-lost.ts';

const FIXTURES = 'test/fixtures/convert/openapi-3';
const SOURCES = readdirSync(FIXTURES).map(
  (name) => [name, load(readFileSync(`${FIXTURES}/${name}/source.yaml`, 'utf8')) as JsonObject] as const,
);

const test = suite('convert/openapi-3-laws');

const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;

/** The document with the value at one place, chosen by a number, replaced. */
function replaced(value: Json, counter: { left: number }, by: Json): Json {
  counter.left -= 1;
  if (counter.left < 0) return counter.left === -1 ? by : value;
  if (isArray(value)) return value.map((entry) => replaced(entry, counter, by));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, counter, by)]));
}

test('no JSON makes it throw, and it never answers twice differently', () => {
  fc.assert(
    fc.property(anyJson, anyJson, anyJson, (info, paths, components) => {
      const source = { openapi: '3.1.0', info, paths, components, servers: paths, security: info };
      assert.equal(convertOpenApi3(source).document, convertOpenApi3(source).document);
    }),
    { numRuns: 300 },
  );
});

test('no damage to a real document makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SOURCES), fc.nat(400), anyJson, ([, source], at, by) => {
      const damaged = replaced(source, { left: at }, by);
      if (!isObject(damaged)) return;
      const { document, losses, refused, pointerOf } = convertOpenApi3(damaged);
      assert.is(document['swagger'], '2.0');
      assert.type(pointerOf('/paths/~1a/get/parameters/0/name'), 'string');
      for (const { message } of [...losses, ...refused]) assert.ok(message.length > 0 && message.length < 400);
    }),
    { numRuns: 600 },
  );
});

for (const [version, documents] of [
  ['3.0', openApi3],
  ['3.1', openApi31],
] as const) {
  test(`a valid document of ${version} becomes a valid one, and is never refused`, async () => {
    const validator = new Validator();
    await fc.assert(
      fc.asyncProperty(documents, async (source) => {
        assert.equal((await validator.validate(structuredClone(source))).errors, undefined);
        const { document, refused } = convertOpenApi3(source);
        assert.equal(refused, []);
        assert.equal((await validator.validate(structuredClone(document))).errors, undefined);
      }),
      { numRuns: 60 },
    );
  });

  test(`nothing of ${version} disappears without a word`, () => {
    fc.assert(
      fc.property(documents, (source) => assert.equal(silentlyLost(source), [])),
      { numRuns: 150 },
    );
  });

  test(`every place of a result of ${version} leads to one of the source`, () => {
    fc.assert(
      fc.property(documents, (source) => {
        const { document, pointerOf, losses } = convertOpenApi3(source);
        for (const pointer of [...leavesOf(document, new Set())].map(pointerOf))
          assert.is.not(valueAt(source, pointer), undefined, pointer);
        for (const { pointer } of losses) assert.is.not(valueAt(source, pointer), undefined, pointer);
      }),
      { numRuns: 60 },
    );
  });
}

test('nothing of the fixtures disappears without a word', () => {
  for (const [name, source] of SOURCES) assert.equal(silentlyLost(source), [], name);
});

const nested = (depth: number): Json => {
  let schema: JsonObject = { type: 'string' };
  for (let level = 0; level < depth; level += 1) schema = { type: 'object', properties: { a: schema } };
  return schema;
};

test('a document nested 10,000 deep is refused, wherever the depth is', () => {
  const deep = nested(10_000);
  const content = { 'application/json': { schema: deep }, 'application/xml': { schema: nested(10_000) } };
  for (const source of [
    { components: { schemas: { A: deep } } },
    { paths: { '/a': { post: { requestBody: { content }, responses: {} } } } },
    { paths: { '/a': { get: { responses: { 200: { description: '', content } } } } } },
  ]) {
    const { refused } = convertOpenApi3({ openapi: '3.0.0', info: { title: 'a', version: '1' }, ...source });
    assert.ok(refused.some(({ construct }) => construct === 'nesting'));
  }
});

test('a document whose nodes are shared a million times over ends', () => {
  let bomb: JsonObject = { type: 'string' };
  for (let level = 0; level < 40; level += 1) bomb = { type: 'object', properties: { a: bomb, b: bomb } };
  const { refused } = convertOpenApi3({ openapi: '3.0.0', info: {}, components: { schemas: { A: bomb } } });
  assert.equal(
    refused.map(({ construct }) => construct),
    ['nesting'],
  );
});

test('references that go round in circles end', () => {
  const loop = (name: string): JsonObject => ({ $ref: `#/components/${name}/A` });
  for (const name of ['parameters', 'responses', 'requestBodies', 'headers', 'pathItems', 'securitySchemes']) {
    const components = { [name]: { A: loop(name) } };
    const operation = { parameters: [loop(name)], requestBody: loop(name), responses: { 200: loop(name) } };
    const source = { openapi: '3.1.0', info: {}, paths: { '/a': { get: operation }, '/b': loop(name) }, components };
    assert.ok(convertOpenApi3(source).refused.length > 0, name);
  }
});

test('keys of objects that JavaScript knows are names like others', () => {
  const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "integer"}}') as JsonObject;
  const source = { openapi: '3.0.0', info: {}, components: { schemas: { A: { type: 'object', properties } } } };
  const { document } = convertOpenApi3(source);
  assert.match(
    JSON.stringify(document),
    '"properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}',
  );
  assert.is(({} as { type?: string }).type, undefined);
});

test.run();
