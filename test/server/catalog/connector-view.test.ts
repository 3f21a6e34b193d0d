import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
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

test.run();
