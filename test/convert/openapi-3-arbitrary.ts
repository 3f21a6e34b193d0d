import * as fc from 'fast-check';
import { stringMember, type Json, type JsonObject } from '../../src/domain/json.ts';

// Valid OpenAPI 3.0 documents with most of what 2.0 cannot say, for property tests.

const name = fc.constantFrom('id', 'title', 'count', 'when', 'where', 'a/b', 'x~y');
const text = fc.constantFrom('A text', '', 'Zwölf "Dinge"');

const some = (value: Record<string, fc.Arbitrary<unknown>>, required: string[] = []): fc.Arbitrary<JsonObject> =>
  fc.record(value, { requiredKeys: required }) as fc.Arbitrary<JsonObject>;

const simple = fc.oneof(
  some(
    {
      type: fc.constant('string'),
      format: fc.constantFrom('date', 'uuid', 'binary'),
      maxLength: fc.nat(9),
      nullable: fc.boolean(),
    },
    ['type'],
  ),
  some(
    {
      type: fc.constant('string'),
      enum: fc.constant(['a', 'b']),
      default: fc.constant('a'),
      title: text,
      deprecated: fc.boolean(),
    },
    ['type'],
  ),
  some(
    {
      type: fc.constantFrom('integer', 'number'),
      minimum: fc.nat(9),
      exclusiveMinimum: fc.boolean(),
      multipleOf: fc.constant(2),
      example: fc.nat(),
    },
    ['type'],
  ),
  some({ type: fc.constant('boolean'), description: text, 'x-ms-visibility': fc.constant('advanced') }, ['type']),
  fc.constant({}),
);

const { schema } = fc.letrec<{ schema: JsonObject }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    simple,
    fc.constantFrom({ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }),
    some(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
        additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
        readOnly: fc.boolean(),
        writeOnly: fc.constant(false),
        xml: fc.constant({ name: 'thing' }),
        externalDocs: fc.constant({ url: 'https://a.example' }),
        discriminator: fc.constant({ propertyName: 'id' }),
      },
      ['type'],
    ),
    some({ type: fc.constant('array'), items: tie('schema'), minItems: fc.nat(3), uniqueItems: fc.boolean() }, [
      'type',
      'items',
    ]),
    some({ allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), description: text }, ['allOf']),
    some({ oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }), 'x-a': fc.constant(null) }, ['oneOf']),
    some({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }), title: text }, ['anyOf']),
    some({ not: tie('schema'), type: fc.constant('string') }, ['not', 'type']),
  ),
}));

/** Schemas with the keywords that came with 3.1. */
const { schema31 } = fc.letrec<{ schema31: JsonObject }>((tie) => ({
  schema31: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<JsonObject>(
      { $ref: '#/components/schemas/A' },
      { $ref: '#/components/schemas/Defs/$defs/Node' },
      {
        $ref: '#/components/schemas/B',
        description: 'Beside',
      },
    ),
    some({
      type: fc.constantFrom<Json>('string', 'null', ['string', 'null'], ['integer', 'number'], ['boolean', 'array']),
    }),
    some({ const: fc.constantFrom<Json>('a', 1, null), title: text, $comment: text }, ['const']),
    some(
      { type: fc.constant('number'), exclusiveMinimum: fc.nat(3), minimum: fc.nat(3), examples: fc.constant([1, 2]) },
      ['type'],
    ),
    some(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema31'), { maxKeys: 3, noNullPrototype: true }),
        patternProperties: fc.dictionary(fc.constantFrom('^a', '^b'), tie('schema31'), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        unevaluatedProperties: fc.oneof(fc.boolean(), tie('schema31')),
        dependentRequired: fc.constant({ id: ['title'] }),
        dependentSchemas: fc.dictionary(name, tie('schema31'), { maxKeys: 1, noNullPrototype: true }),
        propertyNames: fc.constant({ pattern: '^a' }),
      },
      ['type'],
    ),
    some(Object.fromEntries(['if', 'then', 'else'].map((key) => [key, tie('schema31')])), ['if']),
    some(
      {
        type: fc.constant('array'),
        prefixItems: fc.array(tie('schema31'), { minLength: 1, maxLength: 2 }),
        items: fc.oneof(fc.constant(false), tie('schema31')),
        contains: tie('schema31'),
        unevaluatedItems: fc.boolean(),
      },
      ['type'],
    ),
    some({ anyOf: fc.array(tie('schema31'), { minLength: 1, maxLength: 3 }), not: tie('schema31') }, ['anyOf']),
    some({ contentEncoding: fc.constantFrom('base64', 'base32'), contentMediaType: fc.constant('image/png') }),
  ),
}));

/** A component that only refers, perhaps to itself, says nothing. */
const isOwn = (one: JsonObject): boolean => stringMember(one, '$ref') === undefined;

const example = some({ value: fc.constantFrom(1, 'a', { id: 1 }, []), summary: text }, ['value']);

const mediaType = some({ schema, examples: fc.dictionary(name, example, { maxKeys: 2, noNullPrototype: true }) }, [
  'schema',
]);

const content = fc.dictionary(
  fc.constantFrom(
    'application/json',
    'application/xml',
    'text/plain',
    'application/octet-stream',
    'application/vnd.a+json',
    '*/*',
  ),
  mediaType,
  { minKeys: 1, maxKeys: 2, noNullPrototype: true },
);

const form = some(
  {
    type: fc.constant('object'),
    properties: fc.dictionary(fc.constantFrom('a', 'b', 'c'), schema, {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
    required: fc.constant(['a']),
  },
  ['type', 'properties'],
).chain((fields) =>
  fc
    .constantFrom('multipart/form-data', 'application/x-www-form-urlencoded')
    .map((type) => ({ [type]: { schema: fields } })),
);

const parameter = fc.oneof(
  some(
    {
      name,
      in: fc.constant('query'),
      schema,
      required: fc.boolean(),
      description: text,
      deprecated: fc.boolean(),
      style: fc.constantFrom('form', 'pipeDelimited', 'spaceDelimited'),
      explode: fc.boolean(),
      allowEmptyValue: fc.boolean(),
    },
    ['name', 'in', 'schema'],
  ),
  some({ name: fc.constantFrom('X-A', 'Accept'), in: fc.constant('header'), schema: simple, 'x-ms-summary': text }, [
    'name',
    'in',
    'schema',
  ]),
  some({ name, in: fc.constant('cookie'), schema: simple, required: fc.boolean() }, ['name', 'in', 'schema']),
  some({ name, in: fc.constant('query'), style: fc.constant('deepObject'), schema }, ['name', 'in', 'style', 'schema']),
  fc.constantFrom({ $ref: '#/components/parameters/Page' }, { $ref: '#/components/parameters/Sid' }),
);

const response = fc.oneof(
  some(
    {
      description: text,
      content,
      headers: fc.constant({ 'X-Rate': { schema: { type: 'integer' }, description: 'Left' } }),
      links: fc.constant({ next: { operationId: 'a' } }),
    },
    ['description'],
  ),
  fc.constant({ $ref: '#/components/responses/Missing' }),
);

const json = { 'application/json': { schema: { type: 'object', properties: { id: { type: 'string' } } } } };

const operation = some(
  {
    operationId: fc.constantFrom('Get', 'Put'),
    summary: text,
    tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 3 }),
    parameters: fc.uniqueArray(parameter, {
      maxLength: 3,
      selector: (one) =>
        JSON.stringify([stringMember(one, 'name'), stringMember(one, 'in'), stringMember(one, '$ref')]),
    }),
    requestBody: fc.oneof(
      some({ content: fc.oneof(content, form), required: fc.boolean(), description: text }, ['content']),
      fc.constant({ $ref: '#/components/requestBodies/Body' }),
    ),
    responses: fc.dictionary(fc.constantFrom('200', '404', '2XX', '5XX', 'default'), response, {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
    servers: fc.constantFrom([{ url: 'https://a.example/v2' }], [{ url: 'https://b.example' }]),
    callbacks: fc.constant({
      done: {
        '{$request.body#/id}': {
          post: { requestBody: { content: json }, responses: { '200': { description: 'OK' } } },
        },
      },
    }),
    security: fc.constantFrom([], [{ key: [] }], [{ bearer: [] }, {}], [{ oidc: [] }]),
    deprecated: fc.boolean(),
    'x-ms-visibility': fc.constant('important'),
  },
  ['responses'],
);

const components = {
  parameters: {
    Page: { name: 'page', in: 'query', schema: { type: 'array', items: { $ref: '#/components/schemas/B' } } },
    Sid: { name: 'sid', in: 'cookie', schema: { type: 'string' } },
  },
  responses: {
    Missing: {
      description: 'Missing',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
    },
  },
  requestBodies: { Body: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
  securitySchemes: {
    key: { type: 'apiKey', in: 'query', name: 'key' },
    bearer: { type: 'http', scheme: 'bearer' },
    oidc: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example' },
  },
};

/** OpenAPI 3.0 documents, valid by construction. */
export const openApi3: fc.Arbitrary<JsonObject> = fc
  .record({
    a: schema.filter(isOwn),
    get: operation,
    put: operation,
    servers: fc.constantFrom<readonly JsonObject[]>(
      [],
      [{ url: 'https://a.example/v1/' }],
      [{ url: '/v1' }],
      [{ url: 'https://{host}', variables: { host: { default: 'a.example' } } }],
    ),
  })
  .map(({ a, get, put, servers }) => ({
    openapi: '3.0.3',
    info: { title: 'A', version: '1' },
    servers,
    paths: { '/a': { get }, '/b': { put } },
    components: { schemas: { A: a, B: { type: 'string', enum: ['a'] } }, ...components },
  }));

/** OpenAPI 3.1 documents, valid by construction. */
export const openApi31: fc.Arbitrary<JsonObject> = fc
  .record({
    a: schema31.filter(isOwn),
    body: schema31,
    query: schema31,
    header: schema31,
  })
  .map(({ a, body, query, header }) => ({
    openapi: '3.1.0',
    info: { title: 'A', version: '1', summary: 'S' },
    paths: {
      '/a': {
        post: {
          parameters: [
            { name: 'q', in: 'query', schema: query },
            { name: 'X-H', in: 'header', schema: header },
          ],
          requestBody: { content: { 'application/json': { schema: body } } },
          responses: { '2XX': { description: 'OK', content: { 'application/json': { schema: a } } } },
        },
      },
    },
    webhooks: { made: { post: { responses: { '200': { description: 'OK' } } } } },
    components: {
      schemas: {
        A: a,
        B: { type: 'string', enum: ['a'] },
        Defs: {
          $defs: { Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Defs/$defs/Node' } } } },
        },
      },
    },
  }));
