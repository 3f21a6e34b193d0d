import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { renderConnectorPage } from '../../../src/server/catalog/connector-page.ts';
import type { FieldView } from '../../../src/server/catalog/view-model.ts';
import { answering, contentOf, pageOf } from './sample.ts';

const test = suite('server/catalog/connector-bounds');

const bodyOf = (schema: Json, definitions: JsonObject = {}): FieldView =>
  pageOf(answering(schema, definitions)).actions.shown[0]!.responses.shown[0]!.body!;

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
