import { ofDocument, type Planted } from './planted.ts';

/** The root, tags, paths and components. */
export const documents: readonly Planted[] = [
  ofDocument(
    'a summary of the document is its description',
    { info: { title: 'A', version: '1', summary: 'In short' } },
    [],
    [['/info/description', 'In short']],
  ),
  ofDocument(
    'a summary beside a description is lost',
    { info: { title: 'A', version: '1', summary: 'In short', description: 'At length' } },
    [['/info/summary', 'summary', 'has no counterpart']],
    [['/info/description', 'At length']],
  ),
  ofDocument(
    'an identifier of a license is its address',
    { info: { title: 'A', version: '1', license: { name: 'MIT', identifier: 'MIT' } } },
    [],
    [['/info/license', { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' }]],
  ),
  ofDocument(
    'an address that is relative begins at the server',
    { externalDocs: { url: '/docs' } },
    [['/externalDocs/url', 'url', 'from its scheme on']],
    [['/externalDocs/url', 'https://a.example/docs']],
  ),
  ofDocument(
    'an address that cannot be made whole is lost with what it is for',
    { servers: [{ url: '/' }], externalDocs: { url: '/docs', description: 'More' } },
    [
      ['/servers/0/url', 'server host', 'names no host'],
      ['/externalDocs', 'externalDocs', 'without a whole address'],
    ],
    [['/externalDocs', undefined]],
  ),
  ofDocument(
    'a second tag of the same name is lost',
    { tags: [{ name: 'a' }, { name: 'a', description: 'Again' }] },
    [['/tags/1', 'tag', 'there already']],
    [['/tags', [{ name: 'a' }]]],
  ),
  ofDocument(
    'another dialect of schemas is lost',
    { jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' },
    [['/jsonSchemaDialect', 'jsonSchemaDialect', 'one dialect']],
    [],
  ),
  ofDocument(
    'the dialect of 3.1 itself says nothing',
    { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' },
    [],
    [],
  ),
  ofDocument(
    'a misspelt key is a loss that says what was meant',
    { pahts: {}, components: { shemas: {} }, info: { title: 'A', version: '1', decsription: 'x' } },
    [
      ['/pahts', 'pahts', 'Did you mean "paths"?'],
      ['/components/shemas', 'shemas', 'Did you mean "schemas"?'],
      ['/info/decsription', 'decsription', 'Did you mean "description"?'],
    ],
    [],
  ),
  ofDocument(
    'a misspelt operationID is one too',
    { paths: { '/a': { get: { operationID: 'GetA', responses: { '200': { description: 'OK' } } } } } },
    [['/paths/~1a/get/operationID', 'operationID', 'Did you mean "operationId"?']],
    [['/paths/~1a/get', { responses: { '200': { description: 'OK' } } }]],
  ),
  ofDocument(
    'summary and description of a path are those of its operations',
    { paths: { '/a': { summary: 'S', description: 'D', get: { summary: 'Own' }, put: {} } } },
    [],
    [
      ['/paths/~1a/get/summary', 'Own'],
      ['/paths/~1a/get/description', 'D'],
      ['/paths/~1a/put/summary', 'S'],
    ],
  ),
  ofDocument(
    'a summary of a path whose operations have their own is lost',
    { paths: { '/a': { summary: 'S', get: { summary: 'Own' } } } },
    [['/paths/~1a/summary', 'summary', 'has no counterpart']],
    [],
  ),
  ofDocument(
    'TRACE is lost',
    { paths: { '/a': { trace: {} } } },
    [['/paths/~1a/trace', 'trace', 'TRACE']],
    [['/paths/~1a', {}]],
  ),
  ofDocument(
    'what is no path is lost',
    { paths: { a: { get: {} } } },
    [['/paths/a', 'path', 'is not a path']],
    [['/paths', {}]],
  ),
  ofDocument(
    'a path item that is referred to is written out',
    {
      paths: { '/a': { $ref: '#/components/pathItems/A' } },
      components: { pathItems: { A: { get: { operationId: 'Get' } }, Unused: {} } },
    },
    [['/components/pathItems/Unused', 'pathItems', 'uses "Unused"']],
    [['/paths/~1a/get/operationId', 'Get']],
  ),
  ofDocument(
    'components that nothing uses and that 2.0 does not have are lost',
    {
      components: {
        requestBodies: { A: { content: {} } },
        headers: { A: { schema: {} } },
        examples: { A: { value: 1 } },
        links: { A: {} },
        callbacks: { A: {} },
        mediaTypes: { A: {} },
      },
    },
    [
      ['/components/requestBodies/A', 'requestBodies', 'Nothing that is carried uses'],
      ['/components/headers/A', 'headers', 'Nothing that is carried uses'],
      ['/components/examples/A', 'examples', 'Nothing that is carried uses'],
      ['/components/links/A', 'links', 'Nothing that is carried uses'],
      ['/components/callbacks/A', 'callbacks', 'Nothing that is carried uses'],
      ['/components/mediaTypes', 'mediaTypes', 'no counterpart'],
    ],
    [],
  ),
  ofDocument(
    'a reference in an extension is led to its new place, and to nowhere it takes the extension along',
    {
      'x-a': { $ref: '#/components/schemas/A' },
      'x-b': { at: { $ref: '#/components/links/A' } },
      components: { schemas: { A: { type: 'string' } } },
    },
    [['/x-b', 'x-b', 'a reference that means nothing']],
    [
      ['/x-a', { $ref: '#/definitions/A' }],
      ['/x-b', undefined],
    ],
  ),
];
