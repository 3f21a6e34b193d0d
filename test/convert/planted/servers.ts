import { ofDocument, type Planted } from './planted.ts';

const OK = { responses: { '200': { description: 'OK' } } };

export const servers: readonly Planted[] = [
  ofDocument(
    'a server is host, basePath and schemes, and servers that differ in the scheme only are one',
    { servers: [{ url: 'https://a.example:8443/v1/' }, { url: 'http://a.example:8443/v1' }] },
    [],
    [
      ['/host', 'a.example:8443'],
      ['/basePath', '/v1'],
      ['/schemes', ['https', 'http']],
    ],
  ),
  ofDocument(
    'a variable has its default, and the report says what else it may be',
    {
      servers: [
        {
          url: 'https://{region}.a.example/{version}',
          variables: {
            region: { default: 'eu', enum: ['eu', 'us'] },
            version: { default: 'v2' },
            unused: { default: '1' },
          },
        },
      ],
    },
    [
      ['/servers/0/variables/region', 'server variable', 'fixed to its default "eu" and not "us"'],
      ['/servers/0/variables/version', 'server variable', 'fixed to its default "v2"'],
      ['/servers/0/variables/unused', 'server variable', 'does not use the variable "unused"'],
    ],
    [
      ['/host', 'eu.a.example'],
      ['/basePath', '/v2'],
    ],
  ),
  ofDocument(
    'a variable without a default leaves the address open',
    { servers: [{ url: 'https://{region}.a.example' }] },
    [
      ['/servers/0/url', 'server variable', 'no default'],
      ['/servers/0/url', 'server host', 'is not a host'],
    ],
    [['/host', undefined]],
  ),
  ofDocument(
    'further servers are lost',
    {
      servers: [
        { url: 'https://a.example' },
        { url: 'https://b.example', description: 'Test' },
        { url: 'https://a.example/v2' },
      ],
    },
    [
      ['/servers/1/description', 'description', 'of a server'],
      ['/servers/1', 'server', '"b.example" is left out'],
      ['/servers/2', 'server', '"a.example/v2" is left out'],
    ],
    [['/host', 'a.example']],
  ),
  ofDocument(
    'schemes that no connector calls by, user names, queries and anchors are lost',
    { servers: [{ url: 'wss://a.example?x=1' }] },
    [
      ['/servers/0/url', 'server url', '"?x=1"'],
      ['/servers/0/url', 'server scheme', '"wss" is left out'],
    ],
    [
      ['/host', 'a.example'],
      ['/schemes', undefined],
    ],
  ),
  ofDocument(
    'what the servers of paths and operations have more in their paths goes to the paths',
    {
      servers: [{ url: 'https://a.example/api/v1' }],
      paths: {
        '/a': { get: OK, put: { ...OK, servers: [{ url: 'https://a.example/api/v2' }] } },
        '/b': { servers: [{ url: 'https://a.example/api/v2' }], get: OK },
      },
    },
    [],
    [
      ['/basePath', '/api'],
      ['/paths', { '/v1/a': { get: OK }, '/v2/a': { put: OK }, '/v2/b': { get: OK } }],
    ],
  ),
  ofDocument(
    'an operation on another host calls the first, and the report says which policy mends it',
    { paths: { '/a': { get: { ...OK, servers: [{ url: 'https://b.example/up' }] }, put: OK } } },
    [['/paths/~1a/get/servers/0', 'server', 'dynamichosturl with the address "https://b.example/up"']],
    [['/paths', { '/a': { get: OK, put: OK } }]],
  ),
  ofDocument(
    'servers that every path has are the server',
    {
      servers: [],
      paths: {
        '/a': { servers: [{ url: 'https://b.example/up' }], get: OK },
        '/b': { get: { ...OK, servers: [{ url: 'https://b.example/up' }] } },
      },
    },
    [],
    [
      ['/host', 'b.example'],
      ['/basePath', '/up'],
      ['/paths', { '/a': { get: OK }, '/b': { get: OK } }],
    ],
  ),
  ofDocument(
    'a misspelt key of a server is one that has no counterpart',
    { servers: [{ url: 'https://a.example', varaibles: {} }] },
    [['/servers/0/varaibles', 'varaibles', 'Did you mean "variables"?']],
    [],
  ),
];
