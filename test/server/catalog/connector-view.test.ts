import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { renderConnectorPage } from '../../../src/server/catalog/connector-page.ts';
import type { FieldView } from '../../../src/server/catalog/view-model.ts';
import { answering, contentOf, pageOf } from './sample.ts';

const test = suite('server/catalog/connector-view');

const bodyOf = (schema: Json, definitions: JsonObject = {}): FieldView =>
  pageOf(answering(schema, definitions)).actions.shown[0]!.responses.shown[0]!.body!;

test('triggers, actions and internal operations are told apart', () => {
  const content = contentOf({
    paths: {
      '/hook': {
        'x-ms-notification-content': { schema: { properties: { id: { type: 'string' } } } },
        post: { operationId: 'Hook', 'x-ms-trigger': 'single', responses: { 201: {} } },
      },
      '/poll': { get: { operationId: 'Poll', 'x-ms-trigger': 'batch', deprecated: true } },
      '/list': { get: { operationId: 'List', 'x-ms-visibility': 'internal' } },
      '/do': { put: { operationId: 'Do', 'x-ms-api-annotation': { status: 'Preview' } } },
    },
  });
  const { triggers, actions, internal, card } = pageOf(content);
  assert.equal(
    triggers.shown.map(({ id, trigger, deprecated }) => [id, trigger, deprecated]),
    [
      ['Hook', 'webhook', false],
      ['Poll', 'polling', true],
    ],
  );
  assert.equal(
    triggers.shown[0]?.responses.shown.map(({ status }) => status),
    ['event', '201'],
  );
  assert.equal(
    actions.shown.map(({ id, method, preview }) => [id, method, preview]),
    [['Do', 'PUT', true]],
  );
  assert.equal(
    internal.shown.map(({ id }) => id),
    ['List'],
  );
  assert.equal([card.summary.actions, card.summary.triggers], [1, 2]);
});

test('a parameter says all that a maker needs', () => {
  const parameters = [
    { $ref: '#/parameters/owner' },
    {
      name: 'state',
      in: 'query',
      type: 'string',
      enum: ['open', 'closed'],
      'x-ms-enum-values': [{ value: 'open', displayName: 'Open' }],
      default: 'open',
      'x-ms-visibility': 'advanced',
    },
    {
      name: 'body',
      in: 'body',
      required: true,
      schema: {
        required: ['title'],
        properties: { title: { type: 'string' }, labels: { type: 'array', items: { type: 'string' } } },
      },
    },
  ];
  const owner = {
    name: 'owner',
    in: 'path',
    required: true,
    type: 'string',
    'x-ms-summary': 'Owner',
    description: 'Who owns it',
    'x-ms-dynamic-values': { operationId: 'ListOwners' },
  };
  const page = pageOf(
    contentOf({ parameters: { owner }, paths: { '/x': { post: { operationId: 'X', parameters } } } }),
  );
  const [first, second, third] = page.actions.shown[0]!.parameters.shown;
  assert.equal(
    [first?.label, first?.location, first?.required, first?.description, first?.dynamic],
    ['Owner', 'path', true, 'Who owns it', 'Choices come from ListOwners'],
  );
  assert.equal([second?.choices.shown, second?.fallback, second?.advanced], [['open · Open', 'closed'], 'open', true]);
  assert.equal(
    third?.fields.shown.map(({ name, type, required }) => [name, type, required]),
    [
      ['title', 'string', true],
      ['labels', 'list of string', false],
    ],
  );
});

test('parts of allOf are one object', () => {
  const body = bodyOf(
    { allOf: [{ $ref: '#/definitions/Base' }, { properties: { b: { type: 'integer', format: 'int32' } } }] },
    { Base: { required: ['a'], properties: { a: { type: 'string' } } } },
  );
  assert.equal(
    body.fields.shown.map(({ name, type, required }) => [name, type, required]),
    [
      ['a', 'string', true],
      ['b', 'integer · int32', false],
    ],
  );
});

test('a schema that contains itself stops where it begins again', () => {
  const body = bodyOf(
    { $ref: '#/definitions/Node' },
    {
      Node: {
        properties: {
          name: { type: 'string' },
          next: { $ref: '#/definitions/Node' },
          all: { type: 'array', items: { $ref: '#/definitions/Node' } },
        },
      },
    },
  );
  const [, next, all] = body.fields.shown;
  assert.equal([next?.stopped, next?.fields.more, next?.fields.shown], ['cycle', 3, []]);
  assert.is(all?.stopped, 'cycle');
});

test('references that turn in a circle or lead nowhere are fields without more', () => {
  const body = bodyOf(
    {
      properties: {
        a: { $ref: '#/definitions/A' },
        b: { $ref: 'https://example.com/x.json' },
        c: { $ref: '#/nowhere' },
      },
    },
    { A: { $ref: '#/definitions/A' } },
  );
  assert.equal(
    body.fields.shown.map(({ type, fields }) => [type, fields.shown.length]),
    [
      ['any', 0],
      ['any', 0],
      ['any', 0],
    ],
  );
});

test('a part of allOf that is its own whole ends', () => {
  assert.is(
    bodyOf(
      { $ref: '#/definitions/A' },
      { A: { allOf: [{ $ref: '#/definitions/A' }, { $ref: '#/definitions/A' }], properties: { x: {} } } },
    ).fields.shown.length,
    1,
  );
});

test('ten thousand properties show the first forty and say how many more', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [`p${index}`, { type: 'string' }]),
  );
  const { fields } = bodyOf({ properties });
  assert.equal([fields.shown.length, fields.more], [40, 9960]);
  assert.match(renderConnectorPage(pageOf(answering({ properties }))), /and 9,960 more fields/);
});

test('a body that is deep beyond reading is cut', () => {
  let schema: Json = { type: 'string' };
  for (let level = 0; level < 10_000; level += 1) schema = { properties: { a: schema } };
  let field: FieldView | undefined = bodyOf(schema);
  let levels = 0;
  while (field !== undefined && field.stopped === undefined) {
    levels += 1;
    field = field.fields.shown[0];
  }
  assert.equal([field?.stopped, levels], ['depth', 6]);
});

test('lists in lists in lists end', () => {
  const definitions = { L: { type: 'array', items: { $ref: '#/definitions/L' } } };
  assert.match(bodyOf({ $ref: '#/definitions/L' }, definitions).type, /^(list of ){6}array$/);
});

test('one long definition, referred to everywhere, does not make a huge page', () => {
  const Big = {
    description: 'd'.repeat(5000),
    properties: Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`p${index}`, { $ref: '#/definitions/Big2' }]),
    ),
  };
  const Big2 = {
    ...Big,
    properties: Object.fromEntries(
      Array.from({ length: 5000 }, (_, index) => [`q${index}`, { description: 'e'.repeat(900) }]),
    ),
  };
  const get = (index: number): JsonObject => ({
    operationId: `Get${index}`,
    parameters: Array.from({ length: 50 }, () => ({ $ref: '#/parameters/long' })),
    responses: { 200: { schema: { $ref: '#/definitions/Big' } } },
  });
  const paths = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`/${index}`, { get: get(index) }]));
  const long = {
    name: 'long',
    in: 'query',
    type: 'string',
    description: 'x'.repeat(5000),
    enum: Array.from({ length: 1000 }, () => 'y'.repeat(1000)),
  };
  const page = pageOf(contentOf({ paths, definitions: { Big, Big2 }, parameters: { long } }));
  assert.equal([page.actions.shown.length, page.actions.more], [256, 44]);
  assert.ok(renderConnectorPage(page).length < 4_000_000);
});

test('operations that share an id have anchors of their own', () => {
  const get = { operationId: 'Same' };
  const page = pageOf(
    contentOf({
      paths: { '/a': { get }, '/b': { get }, '/c': { get: { operationId: '"><script>' } }, '/d': { get: {} } },
    }),
  );
  assert.equal(
    page.actions.shown.map(({ anchor }) => anchor),
    ['operation-Same', 'operation-2', 'operation-3', 'operation-4'],
  );
});

test('policies and custom code name their operations', () => {
  const content = {
    ...contentOf(
      {},
      {
        scriptOperations: ['GetNow'],
        policyTemplateInstances: [
          {
            templateId: 'setheader',
            title: 'Ask for JSON',
            parameters: { 'x-ms-apimTemplate-operationName': ['GetNow'] },
          },
          { templateId: 'routerequesttoendpoint' },
          7,
        ],
      },
    ),
    script: 'a\nb\n',
  };
  const { policies, customCode } = pageOf(content);
  assert.equal(
    policies.shown.map(({ template, title }) => [template, title]),
    [
      ['setheader', 'Ask for JSON'],
      ['routerequesttoendpoint', undefined],
      ['unknown', undefined],
    ],
  );
  assert.equal(
    policies.shown.map(({ operations }) => (operations === 'all' ? operations : operations.shown)),
    [['GetNow'], 'all', 'all'],
  );
  assert.equal(customCode, { operations: { shown: ['GetNow'], more: 0 }, lines: 3 });
});

test('a readme of a megabyte is cut and says so', () => {
  const page = pageOf({ ...contentOf(), readme: 'a'.repeat(1_000_000) });
  assert.equal([page.readme?.text.length, page.readme?.cut], [100_000, true]);
  assert.match(renderConnectorPage(page), /The rest is too long to be shown here/);
});

test('whatever a document holds, there is a page', () => {
  const words = [
    'swagger',
    'info',
    'paths',
    '/a',
    'get',
    'post',
    'parameters',
    'responses',
    '200',
    'schema',
    '$ref',
    'items',
    'properties',
    'allOf',
    'enum',
    'default',
    'required',
    'type',
    'x-ms-trigger',
    'x-ms-dynamic-values',
    'x-ms-connector-metadata',
    'propertyName',
    'connectionParameters',
    'uiDefinition',
    'constraints',
    '__proto__',
    'constructor',
  ];
  const key = fc.oneof(fc.constantFrom(...words), fc.string());
  const leaf = fc.oneof(
    fc.constantFrom('#', '#/paths/~1a', '#/paths', 'array', 'body', '..'),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 7 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  const object = fc.dictionary(key, tree) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(object, object, object, (openapi, get, properties) => {
      const content = {
        openapi: { ...openapi, paths: { '/a': { get, 'x-ms-notification-content': get } } },
        properties,
      };
      assert.match(renderConnectorPage(pageOf(content)), /<\/html>\s*$/);
    }),
  );
});

test.run();
