import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findDynamicValues } from '../../../src/app/import/dynamic-values.ts';
import type { Json, JsonObject } from '../../../src/domain/json.ts';

const test = suite('app/import/dynamic-values');

const PET: JsonObject = { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } } };

const answering = (schema: Json): JsonObject => ({ 200: { description: 'Fine.', schema } });
const list = (more: JsonObject = {}, schema: Json = { type: 'array', items: PET }): JsonObject => ({
  get: { operationId: 'ListPets', responses: answering(schema), ...more },
});
const one = (parameter: JsonObject, more: JsonObject = {}): JsonObject => ({
  get: { operationId: 'GetPet', parameters: [parameter], responses: {}, ...more },
});
const PET_ID = { name: 'petId', in: 'path', required: true, type: 'string' };

const found = (paths: JsonObject, more: JsonObject = {}): JsonObject[] =>
  findDynamicValues({ swagger: '2.0', paths, ...more }).map(({ at, value }) => ({ at, ...value }));

const AT = '/paths/~1pets~1{petId}/get/parameters/0';
const WANT = { at: AT, operationId: 'ListPets', 'value-path': 'id', 'value-title': 'name' };

test('a list of things with id and name fills the parameter that takes their id', () => {
  assert.equal(found({ '/pets': list(), '/pets/{petId}': one(PET_ID) }), [WANT]);
});

test('the list may be a property of the answer, and its elements may stand elsewhere', () => {
  const schema = { $ref: '#/definitions/Pets' };
  const definitions = {
    Pets: {
      type: 'object',
      properties: { count: { type: 'integer' }, pets: { type: 'array', items: { $ref: '#/definitions/Pet' } } },
    },
    Pet: {
      allOf: [
        { type: 'object', properties: { id: { type: 'integer' } } },
        { type: 'object', properties: { label: { type: 'string' } } },
      ],
    },
  };
  assert.equal(found({ '/pets': list({}, schema), '/pets/{petId}': one(PET_ID) }, { definitions }), [
    { at: AT, operationId: 'ListPets', 'value-collection': 'pets', 'value-path': 'id', 'value-title': 'label' },
  ]);
});

test('a plain id means what stands before it in the path', () => {
  const [value] = found({ '/pets': list(), '/pets/{id}': one({ ...PET_ID, name: 'id' }) });
  assert.is(value?.['operationId'], 'ListPets');
});

test('a parameter that several operations share is named once', () => {
  const shared = { $ref: '#/parameters/Pet' };
  const paths = {
    '/pets': list(),
    '/pets/{petId}': one(shared),
    '/pets/{petId}/food': one(shared, { operationId: 'Feed' }),
  };
  assert.equal(found(paths, { parameters: { Pet: PET_ID } }), [{ ...WANT, at: '/parameters/Pet' }]);
});

const REFUSED: readonly (readonly [name: string, paths: JsonObject])[] = [
  [
    'the list asks for something itself',
    {
      '/pets': list({ parameters: [{ name: 'shop', in: 'query', required: true, type: 'string' }] }),
      '/pets/{petId}': one(PET_ID),
    },
  ],
  ['the list is below another thing', { '/shops/{shop}/pets': list(), '/pets/{petId}': one(PET_ID) }],
  [
    'the elements have no name',
    {
      '/pets': list({}, { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } }),
      '/pets/{petId}': one(PET_ID),
    },
  ],
  [
    'the elements have no id',
    {
      '/pets': list({}, { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } }),
      '/pets/{petId}': one(PET_ID),
    },
  ],
  [
    'the answer holds two lists',
    {
      '/pets': list(
        {},
        { type: 'object', properties: { a: { type: 'array', items: PET }, b: { type: 'array', items: PET } } },
      ),
      '/pets/{petId}': one(PET_ID),
    },
  ],
  ['the parameter has a list of its own', { '/pets': list(), '/pets/{petId}': one({ ...PET_ID, enum: ['a'] }) }],
  ['it has such values already', { '/pets': list(), '/pets/{petId}': one({ ...PET_ID, 'x-ms-dynamic-values': {} }) }],
  ['it is a header', { '/pets': list(), '/pets/{petId}': one({ ...PET_ID, in: 'header' }) }],
  ['it is about something else', { '/pets': list(), '/owners/{ownerId}': one({ ...PET_ID, name: 'ownerId' }) }],
  [
    'the list is in the body of a POST',
    { '/pets': { post: list()['get'] as JsonObject }, '/pets/{petId}': one(PET_ID) },
  ],
];

for (const [name, paths] of REFUSED) {
  test(`nothing is proposed when ${name}`, () => {
    assert.equal(found(paths), []);
  });
}

test('an operation does not fill itself, and a schema inside itself ends', () => {
  const items = { $ref: '#/definitions/Pet' };
  const definitions = { Pet: { allOf: [items, PET] } };
  const paths = {
    '/pets': list({ parameters: [{ name: 'petId', in: 'query', type: 'string' }] }, { type: 'array', items }),
  };
  assert.equal(found(paths, { definitions }), []);
});

test.run();
