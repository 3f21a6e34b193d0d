import type { JsonObject } from '../../../src/domain/json.ts';
import { ofOperation, type Planted } from './planted.ts';

const text = { type: 'string' };
const json = { 'application/json': { schema: text } };
const body = (content: JsonObject, more: JsonObject = {}): JsonObject => ({ requestBody: { content, ...more } });
const answer = (response: JsonObject): JsonObject => ({
  responses: { '200': { description: 'OK', ...response } },
});
const form = (schema: JsonObject, more: JsonObject = {}, type = 'multipart/form-data'): JsonObject =>
  body({ [type]: { schema, ...more } });

/** Request bodies and responses. */
export const bodies: readonly Planted[] = [
  ofOperation(
    'a JSON body is a parameter',
    body(json, { required: true, description: 'What' }),
    [],
    [
      ['/consumes', ['application/json']],
      ['/parameters', [{ name: 'body', in: 'body', description: 'What', required: true, schema: text }]],
    ],
  ),
  ofOperation(
    'media types of one schema are all consumed',
    body({ 'application/xml': { schema: text }, ...json }),
    [],
    [['/consumes', ['application/json', 'application/xml']]],
  ),
  ofOperation(
    'a media type of another schema is lost beside JSON',
    body({ 'application/xml': { schema: { type: 'object' } }, 'multipart/form-data': { schema: {} }, ...json }),
    [
      [
        '/requestBody/content/application~1xml',
        'media type',
        '"application/xml" is left out beside "application/json"',
      ],
      ['/requestBody/content/multipart~1form-data', 'media type', 'left out beside'],
    ],
    [['/consumes', ['application/json']]],
  ),
  ofOperation(
    'bytes are a binary text',
    body({ 'application/octet-stream': {} }),
    [],
    [['/parameters/0/schema', { type: 'string', format: 'binary' }]],
  ),
  ofOperation(
    'a form is a parameter for each field, and bytes in it are a file',
    form({
      type: 'object',
      required: ['a'],
      properties: { a: text, f: { type: 'string', format: 'binary' }, g: { contentMediaType: 'image/png' } },
    }),
    [['/requestBody', 'required', 'may be left out as a whole']],
    [
      [
        '/parameters',
        [
          { name: 'a', in: 'formData', required: true, type: 'string' },
          { name: 'f', in: 'formData', type: 'file' },
          { name: 'g', in: 'formData', type: 'file' },
        ],
      ],
    ],
  ),
  ofOperation(
    'several files are one',
    form({ type: 'object', properties: { f: { type: 'array', items: { type: 'string', format: 'binary' } } } }),
    [['/requestBody/content/multipart~1form-data/schema/properties/f/items', 'files', 'holds several files']],
    [['/parameters', [{ name: 'f', in: 'formData', type: 'file' }]]],
  ),
  ofOperation(
    'an object in a form is a JSON text, or a field for each of its own',
    form(
      {
        type: 'object',
        properties: { o: { type: 'object', properties: { a: text } }, d: { type: 'object', properties: { a: text } } },
      },
      { encoding: { d: { style: 'deepObject', explode: true }, o: { contentType: 'application/json', headers: {} } } },
      'application/x-www-form-urlencoded',
    ),
    [
      ['/requestBody/content/application~1x-www-form-urlencoded/schema/properties/o', 'object', 'a JSON text'],
      [
        '/requestBody/content/application~1x-www-form-urlencoded/schema/properties/d',
        'object parameter',
        'is a field of the form',
      ],
      [
        '/requestBody/content/application~1x-www-form-urlencoded/encoding/o/contentType',
        'contentType',
        'no counterpart',
      ],
      ['/requestBody/content/application~1x-www-form-urlencoded/encoding/o/headers', 'headers', 'no counterpart'],
    ],
    [
      ['/parameters/0', { name: 'o', in: 'formData', type: 'string' }],
      ['/parameters/1', { name: 'd[a]', in: 'formData', type: 'string' }],
    ],
  ),
  ofOperation(
    'alternatives of a form are the fields of all',
    form({
      oneOf: [
        { type: 'object', required: ['a', 'b'], properties: { a: text, b: text } },
        { type: 'object', required: ['a'], properties: { a: text, c: text } },
      ],
    }),
    [
      ['/requestBody/content/multipart~1form-data/schema/oneOf', 'oneOf', 'the fields of all'],
      ['/requestBody', 'required', 'may be left out'],
    ],
    [
      ['/parameters/0', { name: 'a', in: 'formData', required: true, type: 'string' }],
      ['/parameters/1', { name: 'b', in: 'formData', type: 'string' }],
      ['/parameters/2', { name: 'c', in: 'formData', type: 'string' }],
    ],
  ),
  ofOperation(
    'a form without fields is lost, and so is its example',
    form({ type: 'object' }, { example: {} }),
    [
      ['/requestBody/content/multipart~1form-data', 'form', 'names no field'],
      ['/requestBody/content/multipart~1form-data', 'example', 'no place'],
    ],
    [['/parameters', undefined]],
  ),
  ofOperation(
    'a body without media types is lost',
    body({}),
    [['/requestBody', 'requestBody', 'names no media type']],
    [['/parameters', undefined]],
  ),
  ofOperation(
    'a body that is referred to is written out',
    { requestBody: { $ref: '#/components/requestBodies/B' } },
    [],
    [['/parameters/0/schema', text]],
    { components: { requestBodies: { B: { content: json } } } },
  ),
  ofOperation(
    'one of several examples of a body is kept, and none beside a reference',
    body({ 'application/json': { schema: text, examples: { a: { value: 'A', summary: 'One' }, b: { value: 'B' } } } }),
    [
      ['/requestBody/content/application~1json/examples', 'examples', 'only one is kept'],
      ['/requestBody/content/application~1json/examples/a/summary', 'summary', 'no counterpart'],
    ],
    [['/parameters/0/schema', { type: 'string', example: 'A' }]],
  ),
  ofOperation(
    'misspelt keys of bodies, responses and media types say what was meant',
    {
      ...body({ 'application/json': { shcema: text } }, { desciption: 'x' }),
      responses: {
        '200': { descripton: 'OK', contents: {}, headers: { 'X-A': { schema: text, descriptoin: 'x' } } },
        defualt: { description: '' },
      },
    },
    [
      ['/requestBody/content/application~1json/shcema', 'shcema', 'Did you mean "schema"?'],
      ['/requestBody/desciption', 'desciption', 'Did you mean "description"?'],
      ['/responses/200/descripton', 'descripton', 'Did you mean "description"?'],
      ['/responses/200/headers/X-A/descriptoin', 'descriptoin', 'Did you mean "description"?'],
      ['/responses/defualt', 'response code', 'Did you mean "default"?'],
    ],
    [],
  ),
  ofOperation(
    'responses have one schema, several media types and examples',
    answer({
      content: {
        'application/json': { schema: text, example: 'a' },
        'text/csv': { schema: text, example: 'a,b' },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
      },
    }),
    [['/responses/200/content/application~1pdf', 'media type', 'left out beside']],
    [
      ['/produces', ['application/json', 'text/csv']],
      ['/responses/200/schema', text],
      ['/responses/200/examples', { 'application/json': 'a', 'text/csv': 'a,b' }],
    ],
  ),
  ofOperation(
    'links are lost',
    answer({ links: { next: { operationId: 'x' } } }),
    [['/responses/200/links', 'links', 'no links']],
    [['/responses/200', { description: 'OK' }]],
  ),
  ofOperation(
    'ranges of codes are their first code, unless that is there',
    { responses: { '2XX': { description: 'A' }, '4XX': { description: 'B' }, '400': { description: 'C' } } },
    [
      ['/responses/2XX', 'response code', 'is taken as 200'],
      ['/responses/4XX', 'response code', 'is left out'],
    ],
    [
      ['/responses/200/description', 'A'],
      ['/responses/400/description', 'C'],
    ],
  ),
  ofOperation(
    'headers have a type, an object in one is a text',
    answer({
      headers: {
        'X-A': { schema: { type: 'integer' }, required: true },
        'X-O': { schema: { type: 'object', properties: { a: text } } },
        'Content-Type': { schema: text },
      },
    }),
    [
      ['/responses/200/headers/X-A/required', 'required', 'no counterpart'],
      ['/responses/200/headers/X-O', 'object', 'is a JSON text'],
      ['/responses/200/headers/Content-Type', 'header', 'says nothing'],
    ],
    [['/responses/200/headers', { 'X-A': { type: 'integer' }, 'X-O': { type: 'string' } }]],
  ),
  ofOperation(
    'an operation without responses has one',
    { responses: undefined as never },
    [],
    [['/responses', { default: { description: '' } }]],
  ),
];
