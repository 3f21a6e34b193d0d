import { Validator } from '@seriousme/openapi-schema-validator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { convertOpenApi3, type ConvertedOpenApi } from '../../src/convert/openapi-3-to-2.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { document } from './planted/planted.ts';

const test = suite('convert/openapi-3-files');

interface Read {
  readonly converted: ConvertedOpenApi;
  /** The files that were asked for. */
  readonly asked: readonly string[];
}

function convertIn(files: Readonly<Record<string, Json>>, source: JsonObject): Read {
  const asked: string[] = [];
  const read = (path: string): Json | undefined => {
    asked.push(path);
    return files[path];
  };
  return { converted: convertOpenApi3(source, { self: 'openapi.yaml', read }), asked };
}

const using = ($ref: string): JsonObject =>
  document({ components: { schemas: { T: { properties: { a: { $ref } } } } } });

test('a schema of another file gets a name, and its places are in that file', async () => {
  const pet = { type: 'object', properties: { mother: { $ref: '#/Pet' }, tag: { $ref: 'common/tag.yaml' } } };
  const tag = { type: 'string', deprecated: true };
  const { converted } = convertIn(
    { 'schemas/pet.yaml': { Pet: pet }, 'schemas/common/tag.yaml': tag },
    using('./schemas/pet.yaml#/Pet'),
  );
  assert.equal(converted.refused, []);
  assert.equal(valueAt(converted.document, '/definitions'), {
    T: { properties: { a: { $ref: '#/definitions/Pet' } } },
    Pet: { type: 'object', properties: { mother: { $ref: '#/definitions/Pet' }, tag: { $ref: '#/definitions/tag' } } },
    tag: { type: 'string' },
  });
  assert.equal(converted.placeOf('/definitions/Pet/properties/mother'), {
    file: 'schemas/pet.yaml',
    pointer: '/Pet/properties/mother',
  });
  assert.equal(converted.placeOf('/definitions/T'), { file: undefined, pointer: '/components/schemas/T' });
  assert.equal(
    converted.losses.map(({ file, pointer, construct }) => [file, pointer, construct]),
    [['schemas/common/tag.yaml', '/deprecated', 'deprecated']],
  );
  assert.equal((await new Validator().validate(structuredClone(converted.document))).errors, undefined);
});

test('paths, parameters, bodies and responses of other files are written out', () => {
  const files = {
    'paths.yaml': {
      a: {
        parameters: [{ $ref: 'parts.json#/parameters/id' }],
        post: { requestBody: { $ref: 'parts.json#/body' }, responses: { 200: { $ref: 'parts.json#/answer' } } },
      },
    },
    'parts.json': {
      parameters: { id: { name: 'id', in: 'query', schema: { $ref: 'openapi.yaml#/components/schemas/Id' } } },
      body: { content: { 'application/json': { schema: { type: 'string' } } } },
      answer: { description: 'OK' },
    },
  };
  const { converted } = convertIn(
    files,
    document({ paths: { '/a': { $ref: 'paths.yaml#/a' } }, components: { schemas: { Id: { type: 'integer' } } } }),
  );
  assert.equal(converted.refused, []);
  assert.equal(valueAt(converted.document, '/paths/~1a'), {
    parameters: [{ name: 'id', in: 'query', type: 'integer' }],
    post: {
      consumes: ['application/json'],
      parameters: [{ name: 'body', in: 'body', schema: { type: 'string' } }],
      responses: { 200: { description: 'OK' } },
    },
  });
  assert.equal(converted.placeOf('/paths/~1a/parameters/0/name'), {
    file: 'parts.json',
    pointer: '/parameters/id/name',
  });
  assert.equal(converted.placeOf('/paths/~1a/parameters/0/type'), {
    file: undefined,
    pointer: '/components/schemas/Id/type',
  });
});

test('files that refer to each other end', () => {
  const { converted, asked } = convertIn(
    { 'a.yaml': { $ref: 'b.yaml' }, 'b.yaml': { items: { $ref: 'a.yaml' } } },
    using('a.yaml'),
  );
  assert.equal(converted.refused, []);
  assert.equal(asked, ['a.yaml', 'b.yaml']);
});

for (const [$ref, words] of [
  ['https://other.example/a.yaml#/A', 'nothing is fetched'],
  ['//other.example/a.yaml', 'nothing is fetched'],
  ['file:///etc/passwd', 'nothing is fetched'],
  ['../a.yaml#/A', 'nothing in this folder'],
  ['sub/../../a.yaml', 'nothing in this folder'],
  ['%2e%2e/a.yaml', 'nothing in this folder'],
  ['/etc/passwd', 'nothing in this folder'],
  ['..\\a.yaml', 'nothing in this folder'],
  ['missing.yaml', 'nothing in this folder'],
] as const)
  test(`${$ref} is refused`, () => {
    const { converted, asked } = convertIn({}, using($ref));
    assert.match(converted.refused[0]?.message ?? '', words);
    assert.equal(asked, $ref === 'missing.yaml' ? ['missing.yaml'] : []);
  });

test('a reference into nothing of another file is refused at its place', () => {
  const { converted } = convertIn({ 'a.yaml': { A: { items: { $ref: '#/B' } } } }, using('a.yaml#/A'));
  assert.equal(
    converted.refused.map(({ file, pointer }) => [file, pointer]),
    [['a.yaml', '/A/items']],
  );
});

test('without a folder such references are refused, and in a document that uses none no file is read', () => {
  assert.is(convertOpenApi3(using('a.yaml')).refused.length, 1);
  assert.equal(convertIn({}, using('#/components/schemas/T')).asked, []);
});

test.run();
