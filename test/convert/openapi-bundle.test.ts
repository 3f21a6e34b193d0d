import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bundleFiles } from '../../src/convert/openapi-bundle.ts';
import { convertOpenApi3 } from '../../src/convert/openapi-3-to-2.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';

const test = suite('convert/openapi-bundle');

const bundle = (document: JsonObject, files: Readonly<Record<string, Json>>): JsonObject =>
  bundleFiles(document, { self: 'openapi.yaml', read: (path) => files[path] }).document;

const HEAD = { openapi: '3.0.3', info: { title: 'A', version: '1' } };
const PET = {
  type: 'object',
  properties: { id: { type: 'string' }, mother: { $ref: '#' }, owner: { $ref: 'owner.yaml' } },
};

test('paths, parameters, answers and schemas of other files are taken in, each where it belongs', () => {
  const after = bundle(
    {
      ...HEAD,
      paths: { '/pets': { $ref: 'paths/pets.yaml' }, '/owners': { get: { $ref: 'paths/owners.yaml#/get' } } },
      components: { schemas: { Own: { type: 'string' } } },
    },
    {
      'paths/pets.yaml': {
        parameters: [{ $ref: '../shared.yaml#/parameters/Page' }],
        get: {
          operationId: 'ListPets',
          responses: {
            200: { $ref: '../shared.yaml#/responses/Pets' },
            404: { $ref: '../openapi.yaml#/components/schemas/Own' },
          },
        },
      },
      'paths/owners.yaml': { get: { operationId: 'ListOwners', requestBody: { $ref: '../shared.yaml#/bodies/One' } } },
      'shared.yaml': {
        parameters: { Page: { name: 'page', in: 'query', schema: { $ref: 'schemas/Own.yaml' } } },
        responses: {
          Pets: { description: 'Pets.', content: { 'application/json': { schema: { $ref: 'schemas/pet.yaml' } } } },
        },
        bodies: { One: { content: { 'application/json': { schema: { items: { $ref: 'schemas/pet.yaml' } } } } } },
      },
      'schemas/pet.yaml': PET,
      'schemas/Own.yaml': { type: 'integer' },
      'schemas/owner.yaml': { type: 'object', properties: { pets: { items: { $ref: 'pet.yaml' } } } },
    },
  );
  assert.equal(after, {
    ...HEAD,
    paths: {
      '/pets': {
        parameters: [{ $ref: '#/components/parameters/Page' }],
        get: {
          operationId: 'ListPets',
          responses: { 200: { $ref: '#/components/responses/Pets' }, 404: { $ref: '#/components/schemas/Own' } },
        },
      },
      '/owners': { get: { operationId: 'ListOwners', requestBody: { $ref: '#/components/requestBodies/One' } } },
    },
    components: {
      schemas: {
        Own: { type: 'string' },
        Own2: { type: 'integer' },
        pet: {
          type: 'object',
          properties: {
            id: { type: 'string' },
            mother: { $ref: '#/components/schemas/pet' },
            owner: { $ref: '#/components/schemas/owner' },
          },
        },
        owner: { type: 'object', properties: { pets: { items: { $ref: '#/components/schemas/pet' } } } },
      },
      parameters: { Page: { name: 'page', in: 'query', schema: { $ref: '#/components/schemas/Own2' } } },
      responses: {
        Pets: {
          description: 'Pets.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/pet' } } },
        },
      },
      requestBodies: {
        One: { content: { 'application/json': { schema: { items: { $ref: '#/components/schemas/pet' } } } } },
      },
    },
  });
  assert.equal(
    convertOpenApi3(after).refused.filter(({ construct }) => construct === '$ref'),
    [],
  );
});

test('whole shelves and lists stand where they were referred to', () => {
  const after = bundle(
    { ...HEAD, paths: { $ref: 'paths.yaml' }, components: { schemas: { $ref: 'schemas.yaml' } } },
    {
      'paths.yaml': { '/a': { get: { parameters: { $ref: 'parameters.yaml' }, responses: {} } } },
      'parameters.yaml': [{ name: 'a', in: 'query' }],
      'schemas.yaml': { A: { properties: { headers: { $ref: '#/B' } } }, B: { type: 'string' } },
    },
  );
  assert.equal(after['paths'], { '/a': { get: { parameters: [{ name: 'a', in: 'query' }], responses: {} } } });
  assert.equal(Object.keys((after['components'] as { schemas: JsonObject }).schemas), ['A', 'B']);
});

test('in OpenAPI 2.0 schemas become definitions', () => {
  const after = bundle(
    {
      swagger: '2.0',
      paths: { '/a': { get: { responses: { 200: { description: 'x', schema: { $ref: 'a.json' } } } } } },
    },
    { 'a.json': { type: 'string' } },
  );
  assert.equal(after['definitions'], { a: { type: 'string' } });
});

test('what is not there, leads out of the folder or to another machine stays as it is', () => {
  const refs = ['https://a.example/x.yaml', '../up.yaml', '/etc/passwd', 'missing.yaml', 'file:///etc/passwd'];
  const document = {
    ...HEAD,
    paths: {},
    components: { schemas: Object.fromEntries(refs.map(($ref) => [$ref, { $ref }])) },
  };
  const asked: string[] = [];
  const read = (path: string): undefined => void asked.push(path);
  assert.is(bundleFiles(document, { self: 'openapi.yaml', read }).document, document);
  assert.equal(asked, ['missing.yaml']);
});

test('files that take each other in without end come to an end', () => {
  const after = bundle(
    { ...HEAD, paths: { '/a': { $ref: 'a.yaml' } } },
    { 'a.yaml': { $ref: 'b.yaml' }, 'b.yaml': { $ref: 'a.yaml', get: { operationId: 'A' } } },
  );
  assert.equal(after['paths'], { '/a': { get: { operationId: 'A' } } });
});

test.run();
