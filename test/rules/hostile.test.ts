import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isArray, isObject, type Json, type JsonObject } from '../../src/domain/json.ts';
import { checkConnectors } from '../../src/rules/check.ts';
import { connectorOf, documentOf, operationOf } from './connector-of.ts';

const check = (openapi: JsonObject, properties?: JsonObject): number =>
  checkConnectors([connectorOf(openapi, properties)], () => 'strict').length;
const many = (length: number, entry: (index: number) => [string, Json]): JsonObject =>
  Object.fromEntries(Array.from({ length }, (_, index) => entry(index)));

// Every construct that a rule looks at, so that each can be broken.
const RICH = documentOf({
  basePath: '/v1',
  schemes: ['https'],
  securityDefinitions: {
    oauth: { type: 'oauth2', flow: 'accessCode', scopes: { a: 'A' } },
    key: { type: 'apiKey', in: 'header', name: 'k' },
  },
  security: [{ oauth: ['a'] }],
  tags: [{ name: 'a', externalDocs: { url: 'https://a.example' } }],
  'x-ms-capabilities': { testConnection: { operationId: 'Get' }, 'file-picker': { open: { operationId: 'Get' } } },
  definitions: {
    Hook: { type: 'object', required: ['url'], properties: { url: { type: 'string', 'x-ms-notification-url': true } } },
    Tree: {
      allOf: [{ $ref: '#/definitions/Hook' }],
      properties: { children: { type: 'array', items: { $ref: '#/definitions/Tree' } } },
    },
  },
  parameters: { id: { name: 'id', in: 'path', required: true, type: 'string' } },
  responses: { Error: { description: 'Error', headers: { a: { type: 'string', enum: ['a'] } } } },
  paths: {
    '/a/{id}': {
      parameters: [{ $ref: '#/parameters/id' }],
      'x-ms-notification-content': { schema: { $ref: '#/definitions/Tree' } },
      get: operationOf('Get', {
        parameters: [
          {
            name: 'q',
            in: 'query',
            type: 'string',
            'x-ms-dynamic-values': { operationId: 'Post', parameters: { id: 'a' } },
          },
        ],
        'x-ms-api-annotation': { family: 'F', revision: 1, replacement: { api: 'a', operationId: 'b' } },
        'x-ms-notification': { operationId: 'Post' },
        'x-ms-visibility': 'internal',
        'x-ms-pageable': { nextLinkName: 'nextLink' },
        'x-ms-capabilities': { chunkTransfer: true },
        description: 'Gets it.',
        deprecated: true,
        tags: ['a'],
      }),
      post: operationOf('Post', {
        'x-ms-trigger': 'single',
        consumes: ['application/json'],
        parameters: [{ name: 'b', in: 'body', schema: { $ref: '#/definitions/Tree' } }],
        responses: { default: { $ref: '#/responses/Error' }, '200': { description: 'Done', schema: { type: 'file' } } },
      }),
    },
  },
});

const PROPERTIES: JsonObject = {
  iconBrandColor: '#0a7d55',
  scriptOperations: ['Get'],
  connectionParameters: {
    token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'aad', customParameters: {} } },
  },
  connectionParameterSets: {
    uiDefinition: { displayName: 'a' },
    values: [{ name: 'a', uiDefinition: {}, parameters: { a: { type: 'string' } } }],
  },
  policyTemplateInstances: [
    {
      templateId: 'setheader',
      parameters: {
        'x-ms-apimTemplateParameter.value': "@connectionParameters('a')",
        'x-ms-apimTemplate-operationName': ['Get'],
      },
    },
  ],
};

/** A copy in which the node at one of the steps' ends is another value. */
function broken(value: Json, steps: readonly number[], other: Json): Json {
  const [step, ...rest] = steps;
  if (step === undefined || (!isArray(value) && !isObject(value))) return other;
  const keys = Object.keys(value);
  const key = keys[step % keys.length];
  if (key === undefined) return other;
  const entries = Object.entries(value).map(
    ([name, one]) => [name, name === key ? broken(one, rest, other) : one] as const,
  );
  return isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}

const STEPS = fc.array(fc.nat(20), { minLength: 1, maxLength: 9 });
const OTHER = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    '',
    null,
    [],
    {},
    '__proto__',
    { $ref: '#/definitions/Tree' },
    { $ref: '%' },
    { $ref: '#/definitions/%E0%A4%A' },
  ),
);

const test = suite('rules/hostile');

test('whatever stands anywhere in a document, the rules end and never throw', () => {
  assert.is.not(check(RICH, PROPERTIES), 0);
  fc.assert(
    fc.property(STEPS, OTHER, fc.boolean(), (steps, other, inDocument) => {
      const openapi = inDocument ? broken(RICH, steps, other) : RICH;
      const properties = inDocument ? PROPERTIES : broken(PROPERTIES, steps, other);
      check(isObject(openapi) ? openapi : {}, isObject(properties) ? properties : {});
    }),
    { numRuns: 2000 },
  );
});

test('any JSON object can be judged', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      (value) => void check(value as JsonObject, value as JsonObject),
    ),
  );
});

// Each of these took minutes, or all memory, before something bounded it.
const HUGE: Readonly<Record<string, () => JsonObject>> = {
  'a very wide schema': () =>
    documentOf({ definitions: { A: { properties: many(150_000, (i) => [`p${i}`, { type: 'string' }]) } } }),
  'a wide schema that many triggers use': () =>
    documentOf({
      definitions: { A: { properties: many(50_000, (i) => [`p${i}`, {}]) } },
      paths: many(500, (i) => [
        `/p${i}`,
        {
          post: operationOf(`o${i}`, {
            'x-ms-trigger': 'single',
            parameters: [{ name: 'b', in: 'body', schema: { $ref: '#/definitions/A' } }],
          }),
        },
      ]),
    }),
  'definitions that double at each step': () =>
    documentOf({
      definitions: many(60, (i) => [
        `D${i}`,
        {
          required: ['a', 'b'],
          properties: { a: { $ref: `#/definitions/D${i + 1}` }, b: { $ref: `#/definitions/D${i + 1}` } },
        },
      ]),
      paths: {
        '/a': {
          post: operationOf('A', { parameters: [{ name: 'b', in: 'body', schema: { $ref: '#/definitions/D0' } }] }),
        },
      },
    }),
  'paths that have text or a variable at each segment': () =>
    documentOf({
      paths: many(2000, (i) => [
        `/${Array.from(i.toString(2).padStart(11, '0'))
          .map((bit) => (bit === '1' ? '{x}' : 'a'))
          .join('/')}/b`,
        { get: operationOf(`o${i}`) },
      ]),
    }),
  'responses that many operations refer to': () => {
    const response = (type: string): Json => ({
      description: 'Done',
      schema: { properties: many(20_000, (i) => [`p${i}`, { type: i === 19_999 ? type : 'string' }]) },
    });
    return documentOf({
      responses: { A: response('string'), B: response('number') },
      paths: many(2000, (i) => [
        `/p${i}`,
        {
          get: operationOf(`o${i}`, { responses: { 200: { $ref: '#/responses/A' }, 201: { $ref: '#/responses/B' } } }),
        },
      ]),
    });
  },
  'a body that many operations refer to': () =>
    documentOf({
      parameters: {
        Body: { name: 'b', in: 'body', schema: { properties: many(20_000, (i) => [`p${i}`, { type: 'string' }]) } },
      },
      paths: many(2000, (i) => [
        `/p${i}`,
        { post: operationOf(`o${i}`, { parameters: [{ $ref: '#/parameters/Body' }] }) },
      ]),
    }),
  'a circle in responses that many operations refer to': () => {
    const round = { properties: many(100, (i) => [`p${i}`, { $ref: '#/definitions/Round' }]) };
    return documentOf({
      definitions: { Round: round },
      responses: many(50, (i) => [`R${i}`, { description: 'Done', schema: { properties: { a: round } } }]),
      paths: many(2000, (i) => [
        `/p${i}`,
        { get: operationOf(`o${i}`, { responses: many(50, (j) => [`${200 + j}`, { $ref: `#/responses/R${j}` }]) }) },
      ]),
    });
  },
  'a long chain of references': () =>
    documentOf({ definitions: many(20_000, (i) => [`D${i}`, { $ref: `#/definitions/D${i + 1}` }]) }),
  'many parameters on a path and below it': () => {
    const parameters = (location: string): Json =>
      Array.from({ length: 10_000 }, (_, i) => ({ name: `p${i}`, in: location, type: 'string' }));
    return documentOf({
      paths: { '/a': { parameters: parameters('query'), get: operationOf('A', { parameters: parameters('header') }) } },
    });
  },
  'many names that are nearly right': () =>
    documentOf({
      paths: many(1000, (i) => [
        `/p${i}`,
        {
          get: operationOf(`operation${i}`, {
            parameters: [
              { name: 'a', in: 'query', type: 'string', 'x-ms-dynamic-values': { operationId: `operation${i}x` } },
            ],
          }),
        },
      ]),
    }),
  'a path of braces': () =>
    documentOf({ paths: { [`/${'{'.repeat(500_000)}`]: {}, [`/${'{a}'.repeat(200_000)}`]: {} } }),
};

for (const [name, make] of Object.entries(HUGE)) test(`${name} is judged`, () => assert.ok(check(make()) >= 0));

test.run();
