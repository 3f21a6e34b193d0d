import { ofDocument, ofOperation, ofParameter, type Planted } from './planted.ts';

const text = { type: 'string' };
const flat = {
  type: 'object',
  required: ['a'],
  properties: { a: { type: 'integer', title: 'A' }, b: { type: 'array', items: text } },
};

const textOf = (name: string, style: object, written: string): Planted =>
  ofParameter(
    `an object of the style ${name} is a text`,
    { name: 'o', in: 'query', schema: flat, ...style },
    [['', 'object', `so it is ${written}`]],
    [['/0', { name: 'o', in: 'query', type: 'string' }]],
  );

const listOf = (name: string, parameter: object, collectionFormat: string): Planted =>
  ofParameter(
    `a list of the style ${name} has the format ${collectionFormat}`,
    { name: 'l', in: 'query', schema: { type: 'array', items: text }, ...parameter },
    [],
    [['/0/collectionFormat', collectionFormat]],
  );

export const parameters: readonly Planted[] = [
  listOf('form', {}, 'multi'),
  listOf('form in one', { explode: false }, 'csv'),
  listOf('spaceDelimited', { style: 'spaceDelimited', explode: false }, 'ssv'),
  listOf('pipeDelimited', { style: 'pipeDelimited', explode: false }, 'pipes'),
  listOf('simple', { in: 'header' }, 'csv'),
  textOf('form in one', { explode: false }, 'a text such as a,1,b,2'),
  textOf('spaceDelimited', { style: 'spaceDelimited', explode: false }, 'a text such as a 1 b 2'),
  textOf('pipeDelimited', { style: 'pipeDelimited', explode: false }, 'a text such as a|1|b|2'),
  ofParameter(
    'an object in a header is a text',
    { name: 'o', in: 'header', schema: flat, explode: true },
    [['', 'object', 'a text such as a=1,b=2']],
    [['/0', { name: 'o', in: 'header', type: 'string' }]],
  ),
  ofParameter(
    'an object in the query is a parameter for each field',
    { name: 'o', in: 'query', required: true, schema: flat },
    [['', 'object parameter', 'each of its fields is a parameter: "a", "b"']],
    [
      ['/0', { name: 'a', in: 'query', 'x-ms-summary': 'A', required: true, type: 'integer' }],
      ['/1', { name: 'b', in: 'query', type: 'array', items: text, collectionFormat: 'multi' }],
    ],
  ),
  ofParameter(
    'a deep object has its name around each field',
    { name: 'filter', in: 'query', style: 'deepObject', schema: flat },
    [['', 'object parameter', '"filter[a]", "filter[b]"']],
    [
      ['/0/name', 'filter[a]'],
      ['/1/name', 'filter[b]'],
    ],
  ),
  ofParameter(
    'an object whose fields nobody knows is a text',
    { name: 'o', in: 'query', style: 'deepObject', schema: { type: 'object', additionalProperties: text } },
    [
      ['', 'object', 'so it is a text'],
      ['/schema/additionalProperties', 'additionalProperties', 'means nothing of a text'],
    ],
    [['/0', { name: 'o', in: 'query', type: 'string' }]],
  ),
  ofParameter(
    'a style that puts something before the value is written into the path',
    { name: 'id', in: 'path', required: true, style: 'matrix', schema: text },
    [['/style', 'style', 'makers write ";id=" before the value']],
    [['/0', { name: 'id', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'single' }]],
  ),
  ofDocument(
    'where all agree on the style, the path has it',
    {
      paths: {
        '/a/{id}/{no}': {
          parameters: [
            { name: 'id', in: 'path', required: true, style: 'matrix', schema: text },
            { name: 'no', in: 'path', required: true, style: 'label', schema: { type: 'integer' } },
          ],
          get: {},
        },
      },
    },
    [
      ['/paths/~1a~1{id}~1{no}/parameters/0/style', 'style', 'the path has ";id=" before it'],
      ['/paths/~1a~1{id}~1{no}/parameters/1/style', 'style', 'the path has "." before it'],
    ],
    [['/paths/~1a~1;id={id}~1.{no}/parameters/0/name', 'id']],
  ),
  ofParameter(
    'a cookie is part of a header',
    { name: 'sid', in: 'cookie', required: true, description: 'The session', schema: text },
    [['', 'cookie parameter', '"sid" is written into the header "Cookie"']],
    [
      [
        '/0',
        {
          name: 'Cookie',
          in: 'header',
          'x-ms-summary': 'Cookies',
          description: 'Written as sid=...\nsid: The session',
          required: true,
          type: 'string',
        },
      ],
    ],
  ),
  ofDocument(
    'cookies of the path and of the operation are one header',
    {
      paths: {
        '/a': {
          parameters: [{ $ref: '#/components/parameters/Theme' }],
          get: { parameters: [{ name: 'sid', in: 'cookie', schema: text }] },
        },
      },
      components: {
        parameters: {
          Theme: { name: 'theme', in: 'cookie', schema: text },
          Left: { name: 'x', in: 'cookie', schema: text },
        },
      },
    },
    [
      ['/components/parameters/Theme', 'cookie parameter', '"theme"'],
      ['/paths/~1a/get/parameters/0', 'cookie parameter', '"sid"'],
      ['/components/parameters/Left', 'parameter', 'Nothing uses'],
    ],
    [
      ['/paths/~1a/parameters/0/description', 'Written as theme=...'],
      ['/paths/~1a/get/parameters/0/description', 'Written as sid=...; theme=...'],
      ['/parameters', undefined],
    ],
  ),
  ofParameter(
    'a value in a media type is a text',
    { name: 'q', in: 'query', content: { 'application/json': { schema: flat } } },
    [['/content/application~1json', 'content', 'only says that it is a text']],
    [['/0', { name: 'q', in: 'query', type: 'string' }]],
  ),
  ofParameter(
    'headers that media types and security say are lost',
    { name: 'Accept', in: 'header', schema: text },
    [['', 'header parameter', 'follows from media types and security']],
    [['/0', undefined]],
  ),
  ofParameter(
    'examples, deprecated and allowReserved are lost',
    {
      name: 'q',
      in: 'query',
      schema: text,
      example: 'a',
      deprecated: true,
      allowReserved: true,
      examples: { a: { value: 'b' } },
    },
    [
      ['/example', 'example', 'no counterpart'],
      ['/deprecated', 'deprecated', 'no counterpart'],
      ['/allowReserved', 'allowReserved', 'no counterpart'],
      ['/examples', 'examples', 'no counterpart'],
    ],
    [['/0', { name: 'q', in: 'query', type: 'string' }]],
  ),
  ofParameter(
    'a misspelt key says what was meant',
    { name: 'q', in: 'query', schema: text, requierd: true },
    [['/requierd', 'requierd', 'Did you mean "required"?']],
    [],
  ),
  ofParameter(
    'alternatives of one kind of value are that kind',
    { name: 'q', in: 'query', schema: { anyOf: [{ type: 'integer' }, { type: 'number' }] } },
    [['/schema/anyOf', 'anyOf', 'becomes a number']],
    [['/0/type', 'number']],
  ),
  ofParameter(
    'a text, or something else, is a text',
    { name: 'q', in: 'query', schema: { oneOf: [{ type: 'string', format: 'date' }, { type: 'integer' }] } },
    [['/schema/oneOf', 'oneOf', 'becomes a string']],
    [['/0', { name: 'q', in: 'query', type: 'string' }]],
  ),
  ofParameter(
    'one value or a list of them is a list, which may hold one',
    { name: 'q', in: 'query', schema: { oneOf: [text, { type: 'array', items: text }] } },
    [['/schema/oneOf', 'oneOf', 'of several types']],
    [['/0', { name: 'q', in: 'query', type: 'array', items: text, collectionFormat: 'multi' }]],
  ),
  ofParameter(
    'lists of values are one list',
    {
      name: 'q',
      in: 'query',
      schema: {
        oneOf: [
          { const: 'a', title: 'Alpha' },
          { const: 'b', title: 'Beta' },
        ],
      },
    },
    [],
    [
      ['/0/enum', ['a', 'b']],
      [
        '/0/x-ms-enum-values',
        [
          { value: 'a', displayName: 'Alpha' },
          { value: 'b', displayName: 'Beta' },
        ],
      ],
    ],
  ),
  ofDocument(
    'a list of itself is a list of texts',
    {
      paths: {
        '/a': { get: { parameters: [{ name: 'l', in: 'query', schema: { $ref: '#/components/schemas/L' } }] } },
      },
      components: { schemas: { L: { type: 'array', items: { $ref: '#/components/schemas/L' } } } },
    },
    [['/components/schemas/L/items', 'recursion', 'holds itself']],
    [['/paths/~1a/get/parameters/0/items', { type: 'array', items: { type: 'string' } }]],
  ),
  ofOperation(
    'a field of an object that is called like a parameter is not said twice',
    {
      parameters: [
        { name: 'o', in: 'query', schema: flat },
        { name: 'a', in: 'query', schema: text },
      ],
    },
    [
      ['/parameters/0', 'object parameter', 'each of its fields'],
      ['/parameters/0/schema/properties/a', 'parameter', 'a parameter "a" already'],
    ],
    [
      ['/parameters/0/name', 'b'],
      ['/parameters/1', { name: 'a', in: 'query', type: 'string' }],
    ],
  ),
];
