import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json, JsonObject } from '../../src/domain/json.ts';
import { operationsOf } from '../../src/domain/operation.ts';
import { valueAt } from '../../src/domain/pointer.ts';
import { walk } from '../../src/rules/walk.ts';
import { DEEPEST_SCHEMA } from '../../src/rules/walk-schema.ts';
import { documentOf, operationOf } from './connector-of.ts';

interface Seen {
  readonly what: string;
  readonly pointer: string;
  readonly value: Json;
}

function seenIn(document: JsonObject): Seen[] {
  const seen: Seen[] = [];
  const note = (what: string, { pointer, value }: { readonly pointer: string; readonly value: Json }): void => {
    seen.push({ what, pointer, value });
  };
  walk(document, operationsOf(document), {
    operation: (operation) => note(`operation ${operation.id ?? ''}`, operation),
    parameter: (parameter) => note(`parameter ${parameter.name ?? ''}`, parameter),
    schema: (schema) => note(`${schema.kind} of a ${schema.use}${schema.required ? ', required' : ''}`, schema),
    reference: (reference) => note(`reference to a ${reference.kind}`, reference),
  });
  return seen;
}

const PET: JsonObject = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string' },
    tags: { type: 'array', items: { type: 'string' } },
    owner: { $ref: '#/definitions/Owner' },
    $ref: { type: 'string' },
  },
  additionalProperties: { type: 'number' },
};

const DOCUMENT = documentOf({
  paths: {
    '/pets': {
      parameters: [{ $ref: '#/parameters/limit' }],
      'x-ms-notification-content': { schema: PET },
      post: operationOf('AddPet', {
        parameters: [
          { name: 'pet', in: 'body', schema: { allOf: [{ $ref: '#/definitions/Owner' }, { type: 'object' }] } },
          { name: 'ids', in: 'query', type: 'array', required: true, items: { type: 'integer' } },
        ],
        responses: {
          '200': { description: 'Done', schema: { type: 'file' }, headers: { Location: { type: 'string' } } },
          default: { $ref: '#/responses/Error' },
        },
      }),
    },
  },
  definitions: { Owner: { type: 'object' } },
  parameters: { limit: { name: 'limit', in: 'query', type: 'integer' } },
  responses: { Error: { description: 'Error', schema: { type: 'string' } } },
});

const test = suite('rules/walk');

test('everything is shown once, in the order of the document, with where it hangs', () => {
  const path = '/paths/~1pets';
  const body = `${path}/post/parameters/0/schema`;
  const content = `${path}/x-ms-notification-content/schema`;
  assert.equal(
    seenIn(DOCUMENT).map(({ what, pointer }) => `${what} at ${pointer}`),
    [
      `reference to a parameter at ${path}/parameters/0`,
      `schema of a response at ${content}`,
      `schema of a response, required at ${content}/properties/name`,
      `schema of a response at ${content}/properties/tags`,
      `schema of a response at ${content}/properties/tags/items`,
      `reference to a schema at ${content}/properties/owner`,
      `schema of a response at ${content}/properties/$ref`,
      `schema of a response at ${content}/additionalProperties`,
      `operation AddPet at ${path}/post`,
      `parameter pet at ${path}/post/parameters/0`,
      `schema of a request at ${body}`,
      `reference to a schema at ${body}/allOf/0`,
      `schema of a request at ${body}/allOf/1`,
      `parameter ids at ${path}/post/parameters/1`,
      `parameter of a request, required at ${path}/post/parameters/1`,
      `items of a request at ${path}/post/parameters/1/items`,
      `schema of a response at ${path}/post/responses/200/schema`,
      `header of a response at ${path}/post/responses/200/headers/Location`,
      `reference to a response at ${path}/post/responses/default`,
      'schema of a definition at /definitions/Owner',
      'parameter limit at /parameters/limit',
      'parameter of a request at /parameters/limit',
      'schema of a response at /responses/Error/schema',
    ],
  );
});

test('each place holds the value that is shown', () => {
  for (const { pointer, value } of seenIn(DOCUMENT)) assert.is(valueAt(DOCUMENT, pointer), value);
});

test('an object in several places is shown at the first', () => {
  const shared: JsonObject = { type: 'object', properties: { name: { type: 'string' } } };
  const seen = seenIn(documentOf({ paths: {}, definitions: { A: shared, B: shared, C: { properties: { shared } } } }));
  assert.equal(
    seen.map(({ pointer }) => pointer),
    ['/definitions/A', '/definitions/A/properties/name', '/definitions/C'],
  );
});

test('a schema inside itself ends', () => {
  const cyclic: Record<string, Json> = { type: 'object' };
  cyclic['properties'] = { self: cyclic };
  assert.is(seenIn(documentOf({ paths: {}, definitions: { A: cyclic } })).length, 1);
});

test('schemas are followed down to a depth, and no further', () => {
  let schema: JsonObject = { type: 'string' };
  for (let depth = 0; depth < 10_000; depth += 1) schema = { items: schema };
  assert.is(seenIn(documentOf({ paths: {}, definitions: { A: schema } })).length, DEEPEST_SCHEMA + 1);
});

test('what is not an object is passed over', () => {
  const odd = documentOf({
    paths: { '/a': null, '/b': { get: 1, parameters: [1, null, []], post: { parameters: {}, responses: [] } } },
    definitions: { A: true, B: { properties: [1], items: [{}], allOf: {}, required: 'a' } },
    parameters: [],
    responses: { A: null },
  });
  assert.equal(
    seenIn(odd).map(({ what }) => what),
    ['operation ', 'schema of a definition'],
  );
});

test.run();
