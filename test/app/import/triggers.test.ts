import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pollingPolicies, withTriggers } from '../../../src/app/import/apply-triggers.ts';
import { findPollingTriggers } from '../../../src/app/import/polling-triggers.ts';
import { findWebhookTriggers } from '../../../src/app/import/webhook-triggers.ts';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { operationsOf } from '../../../src/domain/operation.ts';
import { valueAt } from '../../../src/domain/pointer.ts';

const test = suite('app/import/triggers');

const hook = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  post: {
    operationId: 'Subscribe',
    parameters: [{ name: 'body', in: 'body', schema: { type: 'object', properties } }],
    responses: {},
    ...more,
  },
});
const webhooks = (paths: JsonObject, more: JsonObject = {}): string[] =>
  findWebhookTriggers({ swagger: '2.0', paths, ...more }).map(({ operationId, urlAt }) => `${operationId} ${urlAt}`);

const URL_AT = '/parameters/0/schema/properties';

for (const name of ['callbackUrl', 'callback_url', 'url', 'targetUri', 'notificationEndpoint', 'hookUrl']) {
  test(`a POST that takes "${name}" below webhooks starts a flow`, () => {
    assert.equal(webhooks({ '/webhooks': hook({ [name]: { type: 'string' } }) }), [
      `Subscribe /paths/~1webhooks/post${URL_AT}/${name}`,
    ]);
  });
}

test('the address is found where the schema of the body stands', () => {
  const body = { name: 'body', in: 'body', schema: { $ref: '#/definitions/Hook' } };
  const definitions = { Hook: { type: 'object', properties: { callbackUrl: { type: 'string' } } } };
  assert.equal(webhooks({ '/hooks': { post: { operationId: 'A', parameters: [body] } } }, { definitions }), [
    'A /definitions/Hook/properties/callbackUrl',
  ]);
});

test('the address may be in an object of settings, which is then wanted too', () => {
  const config = { type: 'object', properties: { url: { type: 'string' }, secret: { type: 'string' } } };
  const document = {
    swagger: '2.0',
    paths: { '/hooks': hook({ name: { type: 'string' }, config: { $ref: '#/definitions/Config' } }) },
    definitions: { Config: config },
  };
  const [found] = findWebhookTriggers(document);
  assert.is(found!.urlAt, '/definitions/Config/properties/url');
  const after = withTriggers(document, [found!], (pointer) => pointer);
  assert.equal(valueAt(after, '/paths/~1hooks/post/parameters/0/schema/required'), ['config']);
  assert.equal(valueAt(after, '/definitions/Config/required'), ['url']);
});

test('an address that other schemas share becomes one of this operation’s own', () => {
  const paths = { '/hooks': hook({ url: { $ref: '#/definitions/Url' } }) };
  const document = { swagger: '2.0', paths, definitions: { Url: { type: 'string', format: 'uri' } } };
  const after = withTriggers(document, findWebhookTriggers(document), (pointer) => pointer);
  assert.equal(after['definitions'], document.definitions);
  assert.equal(valueAt(after, `/paths/~1hooks/post${URL_AT}/url`), {
    type: 'string',
    format: 'uri',
    'x-ms-notification-url': true,
    'x-ms-visibility': 'internal',
  });
});

const NO_WEBHOOK: readonly (readonly [name: string, paths: JsonObject])[] = [
  ['a GET', { '/webhooks': { get: hook({ callbackUrl: { type: 'string' } })['post'] ?? null } }],
  [
    'one that is a trigger already',
    { '/webhooks': hook({ callbackUrl: { type: 'string' } }, { 'x-ms-trigger': 'single' }) },
  ],
  ['one about something else', { '/pictures': hook({ url: { type: 'string' } }, { operationId: 'Upload' }) }],
  ['an address that is no text', { '/webhooks': hook({ callbackUrl: { type: 'object' } }) }],
  ['no address', { '/webhooks': hook({ name: { type: 'string' } }) }],
  ['one without an id', { '/webhooks': hook({ callbackUrl: { type: 'string' } }, { operationId: 7 }) }],
];

for (const [name, paths] of NO_WEBHOOK) {
  test(`${name} is no webhook`, () => {
    assert.equal(webhooks(paths), []);
  });
}

const ITEM: JsonObject = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    created_at: { type: 'string' },
    updatedAt: { type: 'string', format: 'date-time' },
  },
};
const listing = (
  parameter: JsonObject,
  schema: Json = { type: 'array', items: ITEM },
  more: JsonObject = {},
): JsonObject => ({
  '/issues': {
    get: {
      operationId: 'ListIssues',
      summary: 'List issues',
      parameters: [{ in: 'query', type: 'string', ...parameter }],
      responses: { 200: { description: 'Fine.', schema } },
      ...more,
    },
  },
});
const polled = (paths: JsonObject): string[] =>
  findPollingTriggers({ swagger: '2.0', paths }).map(
    ({ parameter, property, collection }) => `${parameter} <- ${collection ?? ''}[0].${property}`,
  );

const POLLED: readonly (readonly [name: string, paths: JsonObject, want: string[]])[] = [
  ['since', listing({ name: 'since' }), ['since <- [0].updatedAt']],
  ['updated_after', listing({ name: 'updated_after' }), ['updated_after <- [0].updatedAt']],
  ['created[gte]', listing({ name: 'created[gte]', type: 'integer' }), ['created[gte] <- [0].created_at']],
  ['modifiedSince', listing({ name: 'modifiedSince' }), ['modifiedSince <- [0].updatedAt']],
  ['since_id', listing({ name: 'since_id' }), ['since_id <- [0].id']],
  ['after, when it is a date', listing({ name: 'after', format: 'date-time' }), ['after <- [0].updatedAt']],
  [
    'a list inside the answer',
    listing({ name: 'since' }, { type: 'object', properties: { data: { type: 'array', items: ITEM } } }),
    ['since <- data[0].updatedAt'],
  ],
  ['a page of a list, which is called after', listing({ name: 'after' }), []],
  ['a limit', listing({ name: 'limit' }), []],
  ['a header', listing({ name: 'since', in: 'header' }), []],
  ['an answer that is no list', listing({ name: 'since' }, ITEM), []],
  [
    'elements without a moment',
    listing({ name: 'since' }, { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } }),
    [],
  ],
  ['a list of words to choose from', listing({ name: 'since', enum: ['day', 'week'] }), []],
  ['one that is a trigger already', listing({ name: 'since' }, undefined, { 'x-ms-trigger': 'batch' }), []],
  ['a name that an expression cannot hold', listing({ name: "since'}" }), []],
];

for (const [name, paths, want] of POLLED) {
  test(`polling by ${name}: ${want[0] ?? 'no'}`, () => {
    assert.equal(polled(paths), want);
  });
}

test('a polled operation becomes a batch trigger, with the policy that says where to go on', () => {
  const document = {
    swagger: '2.0',
    paths: listing({ name: 'since' }, { type: 'object', properties: { data: { type: 'array', items: ITEM } } }),
  };
  const triggers = findPollingTriggers(document);
  const after = withTriggers(document, triggers, (pointer) => pointer);
  const [operation] = operationsOf(after);
  assert.is(operation!.kind, 'trigger');
  assert.is(operation!.value['x-ms-trigger'], 'batch');
  assert.is(valueAt(after, '/paths/~1issues/get/parameters/0/x-ms-visibility'), 'internal');
  const policies = pollingPolicies({}, triggers);
  assert.equal(policies, [
    {
      template: 'pollingtrigger',
      title: 'Ask ListIssues for what is new',
      type: 'PollingTrigger',
      operations: ['ListIssues'],
      parameters: {
        triggerConfig: { since: '@{triggerBody().data[0].updatedAt}' },
        triggerDataPath: '@triggerBody().data',
      },
    },
  ]);
  assert.equal(pollingPolicies({ policies }, triggers), policies);
});

test('a webhook gets what the products want of one', () => {
  const document = { swagger: '2.0', paths: { '/webhooks': hook({ callbackUrl: { type: 'string' } }) } };
  const after = withTriggers(document, findWebhookTriggers(document), (pointer) => pointer);
  assert.is(valueAt(after, '/paths/~1webhooks/post/x-ms-trigger'), 'single');
  assert.is(valueAt(after, `/paths/~1webhooks/post${URL_AT}/callbackUrl/x-ms-notification-url`), true);
  assert.equal(valueAt(after, '/paths/~1webhooks/post/parameters/0/schema/required'), ['callbackUrl']);
  assert.is.not(valueAt(after, '/paths/~1webhooks/x-ms-notification-content'), undefined);
});

test('a parameter that others share stays visible', () => {
  const paths = {
    '/issues': {
      get: {
        ...(listing({ name: 'since' })['/issues'] as { get: JsonObject }).get,
        parameters: [{ $ref: '#/parameters/Since' }],
      },
    },
  };
  const document = { swagger: '2.0', paths, parameters: { Since: { name: 'since', in: 'query', type: 'string' } } };
  const after = withTriggers(document, findPollingTriggers(document), (pointer) => pointer);
  assert.equal(after['parameters'], document.parameters);
});

test.run();
