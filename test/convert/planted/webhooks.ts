import { ofDocument, ofOperation, type Planted } from './planted.ts';

const event = { type: 'object', properties: { id: { type: 'string' } } };
const OK = { '200': { description: 'OK' } };
const payload = {
  post: {
    description: 'What happened',
    requestBody: { content: { 'application/json': { schema: event } } },
    responses: OK,
  },
};
const subscription = { type: 'object', properties: { hook: { $ref: '#/components/schemas/Hook' } } };
const Hook = { type: 'object', properties: { url: { type: 'string', format: 'uri' } } };
const schemas = { components: { schemas: { Hook } } };
const body = { content: { 'application/json': { schema: subscription } } };

const notATrigger = (name: string, operation: object): Planted =>
  ofOperation(
    `${name} makes no trigger`,
    { requestBody: body, ...operation },
    [['/callbacks', 'callbacks', 'none that a trigger could be made of']],
    [['/x-ms-trigger', undefined]],
    schemas,
  );

/** Callbacks and webhooks. */
export const webhooks: readonly Planted[] = [
  ofOperation(
    'a callback to an address in the body makes the operation the trigger of a webhook',
    { requestBody: body, callbacks: { done: { '{$request.body#/hook/url}': payload } } },
    [['/callbacks', 'callbacks', 'the trigger of a webhook']],
    [
      ['/x-ms-trigger', 'single'],
      [
        '/parameters/0',
        {
          name: 'body',
          in: 'body',
          required: true,
          schema: {
            type: 'object',
            required: ['hook'],
            properties: {
              hook: {
                type: 'object',
                required: ['url'],
                properties: {
                  url: { type: 'string', format: 'uri', 'x-ms-visibility': 'internal', 'x-ms-notification-url': true },
                },
              },
            },
          },
        },
      ],
      ['//paths/~1a/x-ms-notification-content', { description: 'What happened', schema: event }],
      ['//definitions/Hook', Hook],
    ],
    schemas,
  ),
  notATrigger('a callback to an address in the query', { callbacks: { done: { '{$request.query.url}': payload } } }),
  notATrigger('a callback to a longer address', { callbacks: { done: { '{$request.body#/hook/url}/done': payload } } }),
  notATrigger('a callback to a field that is none', {
    callbacks: { done: { '{$request.body#/hook/nothing}': payload } },
  }),
  notATrigger('a callback to what is no text', { callbacks: { done: { '{$request.body#/hook}': payload } } }),
  notATrigger('a callback without content', {
    callbacks: { done: { '{$request.body#/hook/url}': { post: { responses: OK } } } },
  }),
  notATrigger('one of several callbacks', {
    callbacks: { done: { '{$request.body#/hook/url}': payload }, failed: { '{$request.body#/hook/url}': payload } },
  }),
  ofOperation(
    'who describes the trigger has said it',
    { requestBody: body, 'x-ms-trigger': 'batch', callbacks: { done: { '{$request.body#/hook/url}': payload } } },
    [['/callbacks', 'callbacks', 'own extensions say what is sent']],
    [['/x-ms-trigger', 'batch']],
    schemas,
  ),
  ofDocument(
    'the content of a webhook that the author describes is converted',
    {
      paths: {
        '/a': {
          'x-ms-notification-content': { schema: { type: ['string', 'null'] } },
          post: { 'x-ms-trigger': 'single' },
        },
      },
    },
    [],
    [['/paths/~1a/x-ms-notification-content/schema', { type: 'string', 'x-nullable': true }]],
  ),
  ofDocument(
    'webhooks that nothing subscribes to are lost',
    { webhooks: { created: payload }, 'x-webhooks': { deleted: payload } },
    [
      ['/webhooks/created', 'webhook', 'nothing here subscribes to "created"'],
      ['/x-webhooks/deleted', 'webhook', 'nothing here subscribes to "deleted"'],
    ],
    [['/x-webhooks', undefined]],
  ),
];
