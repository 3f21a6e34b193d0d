import * as fc from 'fast-check';
import type { JsonObject } from '../../src/domain/json.ts';

// Collections of all three versions, with most of what people and tools put into them, for property tests.

const text = fc.constantFrom(
  '',
  'List items',
  'a/b',
  'チケット',
  'x'.repeat(200),
  '<b>1</b>',
  '{{name}}',
  '__proto__',
  'GET all',
  '(a',
);
const value = fc.oneof(
  text,
  fc.constantFrom('1', 'true', '2026-01-01', '{{value}}', '0b5d7c1e-55aa-4c11-9d3e-0a7d5512aa01'),
  fc.integer(),
  fc.constant(null),
);
const key = fc.constantFrom('id', 'X-Api-Key', 'name', 'a b', 'größe', 'connectionId', 'token', '', 'ids[]', '$ref');
const method = fc.constantFrom('GET', 'POST', 'put', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PURGE', '');

const some = (model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;

const field = some({ key, value, description: text, disabled: fc.boolean(), type: fc.constantFrom('text', 'file') });
const fields = fc.oneof(fc.array(field, { maxLength: 4 }), fc.constant('A: b\n//C: d\nE'));

const segment = fc.constantFrom(
  'items',
  'Items',
  ':id',
  '{{id}}',
  '{x}',
  '4711',
  'v1',
  '*',
  'a b',
  '',
  ':a-:b',
  '{{baseUrl}}',
  '}{',
  '{',
  '#',
);
const address = fc
  .tuple(
    fc.constantFrom(
      'https://api.contoso.com',
      'http://b.contoso.com:81',
      '{{baseUrl}}',
      '{{open}}.contoso.com',
      '',
      'mailto:a',
    ),
    fc.array(segment, { maxLength: 4 }),
  )
  .map(([host, path]) => [host, ...path].join('/'));
const url = fc.oneof(
  address,
  address.map((raw) => `${raw}?a=1&b&a=2`),
  some({
    raw: address,
    host: fc.oneof(text, fc.array(text, { maxLength: 2 })),
    path: fc.array(segment),
    query: fields,
    variable: fields,
  }),
);

const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.constantFrom('{"a": {{b}}, // c\n}', '{"id":1,"id2":null}', '[]', '{', 'plain', '<a/>'),
);
const auth = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.constantFrom('noauth', 'basic', 'bearer', 'apikey', 'oauth2', 'digest', 'hawk', 'new-one'), fields)
    .map(([type, given]) => ({ type, [type]: given })),
);
const body = some({
  mode: fc.constantFrom('raw', 'urlencoded', 'formdata', 'file', 'graphql', 'other'),
  raw: json,
  urlencoded: fields,
  formdata: fields,
  graphql: some({ query: fc.constantFrom('{ a }', 'query ($a: Int!, $b: [X]) { b }'), variables: json }),
});
const response = some({
  name: text,
  code: fc.constantFrom(200, 201, 204, 404, 999, '200'),
  header: fields,
  body: json,
});
const event = some({ listen: fc.constantFrom('test', 'prerequest'), script: some({ exec: fc.array(text) }) });
const variables = fc.constantFrom(
  [],
  [{ key: 'baseUrl', value: 'https://c.contoso.com/api' }],
  [{ key: 'id', value: '{{id}}' }, 7],
);

const request = some({
  name: text,
  event: fc.array(event, { maxLength: 1 }),
  request: fc.oneof(some({ method, url, header: fields, body, auth, description: text }), address),
  response: fc.array(response, { maxLength: 3 }),
});
const { entry } = fc.letrec<{ entry: JsonObject }>((tie) => ({
  entry: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    request,
    fc.record({ name: text, description: text, auth, item: fc.array(tie('entry'), { maxLength: 4 }) }),
  ),
}));

const second = fc.record({
  info: fc.record({ name: text, description: text }),
  item: fc.array(entry, { maxLength: 8 }),
  auth,
  variable: variables,
}) as fc.Arbitrary<JsonObject>;

const id = fc.constantFrom('a', 'b', 'c', 'd');
const firstRequest = some({
  id,
  name: text,
  method,
  url: address,
  headers: fc.constantFrom('', 'A: b\n//C: d'),
  headerData: fc.array(field, { maxLength: 2 }),
  dataMode: fc.constantFrom('raw', 'params', 'urlencoded', 'binary', 'graphql', 'x'),
  data: fields,
  rawModeData: json,
  currentHelper: fc.constantFrom('normal', 'basicAuth', 'oAuth2', null),
  helperAttributes: some({ username: text, password: text }),
  pathVariables: fc.constant({ id: '1' }),
  responses: fc.array(some({ name: text, responseCode: some({ code: fc.constantFrom(200, 404) }), text: json }), {
    maxLength: 2,
  }),
  folder: id,
});
const first = fc.record({
  name: text,
  order: fc.array(id),
  folders_order: fc.array(id),
  folders: fc.array(some({ id, name: text, order: fc.array(id), folders_order: fc.array(id) }), { maxLength: 4 }),
  requests: fc.array(firstRequest, { maxLength: 6 }),
  variables,
}) as fc.Arbitrary<JsonObject>;

export const collections = fc.oneof(second, first);
