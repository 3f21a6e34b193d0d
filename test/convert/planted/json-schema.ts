import type { JsonObject } from '../../../src/domain/json.ts';
import { ofSchema, type Planted } from './planted.ts';

const text = { type: 'string' };
const number = { type: 'number' };

/** What has a key "then" must not look as if it could be awaited. */
const entry = (key: string, value: JsonObject): JsonObject => ({ [key]: value });

const lost = (key: string, value: unknown, words: string): Planted =>
  ofSchema(`${key} is lost`, { [key]: value } as never, [[`/${key}`, key, words]], [['', {}]]);

/** Keywords of JSON Schema that came with 3.1. */
export const jsonSchema: readonly Planted[] = [
  lost('not', { type: 'string' }, 'Describe what is allowed'),
  lost('contains', text, 'some entries of a list'),
  lost('minContains', 1, 'some entries of a list'),
  lost('maxContains', 1, 'some entries of a list'),
  lost('propertyNames', { pattern: '^a' }, 'names of fields'),
  lost('dependentRequired', { a: ['b'] }, 'which fields need which others'),
  lost('unevaluatedItems', false, 'cannot close a list'),
  lost('contentSchema', text, 'what a text holds'),
  lost('$comment', 'for us', 'for who reads the source'),
  lost('$schema', 'https://json-schema.org/draft/2020-12/schema', 'one dialect'),
  lost('$vocabulary', {}, 'one dialect'),
  lost('then', text, 'is not beside "if"'),
  ofSchema(
    'fields that a condition adds may always be there',
    {
      type: 'object',
      properties: { a: text },
      if: { required: ['a'] },
      ...entry('then', { required: ['b'], properties: { b: text } }),
      else: { properties: { c: number } },
    },
    [
      ['/if', 'if', 'may always be there'],
      ['/then', 'if', 'may always be there'],
      ['/else', 'if', 'may always be there'],
    ],
    [['', { type: 'object', properties: { a: text, b: text, c: number } }]],
  ),
  ofSchema(
    'fields that others bring along may always be there',
    { type: 'object', properties: { a: text }, dependentSchemas: { a: { required: ['b'], properties: { b: text } } } },
    [['/dependentSchemas/a', 'dependentSchemas', 'may always be there']],
    [['', { type: 'object', properties: { a: text, b: text } }]],
  ),
  ofSchema(
    'fields by a pattern are fields of any name',
    { type: 'object', patternProperties: { '^a': text } },
    [['/patternProperties/^a', 'patternProperties', 'may have any name']],
    [['', { type: 'object', additionalProperties: text }]],
  ),
  ofSchema(
    'fields by several patterns are what any of them is',
    { type: 'object', patternProperties: { '^a': text, '^b': number }, additionalProperties: false },
    [
      ['/patternProperties/^a', 'patternProperties', 'may have any name'],
      ['/patternProperties/^b', 'patternProperties', 'may have any name'],
      ['/patternProperties/^a', 'alternatives', 'becomes a string'],
      ['/patternProperties/^b', 'alternatives', 'becomes a string'],
    ],
    [['', { type: 'object', additionalProperties: text }]],
  ),
  ofSchema(
    'fields by a pattern are lost beside others',
    { type: 'object', patternProperties: { '^a': text }, additionalProperties: number },
    [['/patternProperties/^a', 'patternProperties', 'are left out']],
    [['', { type: 'object', additionalProperties: number }]],
  ),
  ofSchema(
    'a tuple is a list of what may be in any place',
    { type: 'array', prefixItems: [number, { type: 'integer' }], items: false },
    [
      ['/prefixItems', 'prefixItems', 'each may be any of them'],
      ['/prefixItems/0', 'alternatives', 'becomes a number'],
      ['/prefixItems/1', 'alternatives', 'becomes a number'],
    ],
    [['', { type: 'array', items: number, maxItems: 2 }]],
  ),
  ofSchema(
    'what is not evaluated is what is not described',
    { type: 'object', properties: { a: text }, unevaluatedProperties: false },
    [],
    [['', { type: 'object', properties: { a: text }, additionalProperties: false }]],
  ),
  ofSchema(
    'unless others add to it',
    { allOf: [text], unevaluatedProperties: false },
    [['/unevaluatedProperties', 'unevaluatedProperties', 'cannot close']],
    [['', { allOf: [text] }]],
  ),
  ofSchema(
    'encodings that 2.0 knows are formats',
    { properties: { a: { contentEncoding: 'base64' }, b: { contentMediaType: 'application/octet-stream' } } },
    [],
    [['/properties', { a: { format: 'byte' }, b: { format: 'binary' } }]],
  ),
  ofSchema(
    'others are lost',
    { properties: { a: { contentEncoding: 'quoted-printable' }, b: { contentMediaType: 'text/html' } } },
    [
      ['/properties/a/contentEncoding', 'contentEncoding', 'an encoding that OpenAPI 2.0 knows'],
      ['/properties/b/contentMediaType', 'contentMediaType', 'a media type'],
    ],
    [['/properties', { a: {}, b: {} }]],
  ),
  ofSchema(
    'a definition inside a schema has a name of its own, also when it holds itself',
    {
      $ref: '#/components/schemas/T/$defs/Node',
      $defs: { Node: { type: 'array', items: { $ref: '#/components/schemas/T/$defs/Node' } }, Unused: {} },
    },
    [['/$defs/Unused', '$defs', 'Nothing uses "Unused"']],
    [
      ['', { $ref: '#/definitions/Node' }],
      ['//definitions/Node', { type: 'array', items: { $ref: '#/definitions/Node' } }],
    ],
  ),
  ofSchema(
    'anchors and ids are references like others',
    { properties: { a: { $ref: '#node' }, b: { $ref: 'https://a.example/other' }, c: { $dynamicRef: '#node' } } },
    [['/properties/c/$dynamicRef', '$dynamicRef', 'read as a plain one']],
    [
      ['/properties/a', { $ref: '#/definitions/Node' }],
      ['/properties/b', { $ref: '#/definitions/Other' }],
      ['/properties/c', { $ref: '#/definitions/Node' }],
    ],
    { Node: { $anchor: 'node', type: 'string' }, Other: { $id: 'https://a.example/other', type: 'string' } },
  ),
];
