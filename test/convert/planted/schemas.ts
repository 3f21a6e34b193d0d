import { ofSchema, type Planted } from './planted.ts';

const text = { type: 'string' };
const Cat = {
  type: 'object',
  required: ['kind', 'lives'],
  properties: { kind: text, lives: { type: 'integer' }, size: { type: 'integer' } },
};
const Dog = { type: 'object', required: ['kind'], properties: { kind: text, barks: { type: 'boolean' }, size: text } };
const pets = { Cat, Dog };
const either = [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }];

/** What schemas of 3.0 have and 2.0 has not. */
export const schemas: readonly Planted[] = [
  ofSchema(
    'nullable is an extension',
    { type: 'string', nullable: true },
    [],
    [['', { type: 'string', 'x-nullable': true }]],
  ),
  ofSchema(
    'null among the types is one too',
    { type: ['string', 'null'] },
    [],
    [['', { type: 'string', 'x-nullable': true }]],
  ),
  ofSchema(
    'null among the alternatives is one too',
    { oneOf: [text, { type: 'null' }] },
    [],
    [['', { type: 'string', 'x-nullable': true }]],
  ),
  ofSchema(
    'a whole number or another is a number',
    { type: ['integer', 'number'] },
    [['/type', 'type', 'is a number']],
    [['', { type: 'number' }]],
  ),
  ofSchema(
    'a text or a number is a text, which may hold one',
    { type: ['integer', 'string', 'null'] },
    [['/type', 'type', '"integer", "string" is a string']],
    [['', { type: 'string', 'x-nullable': true }]],
  ),
  ofSchema(
    'types that have nothing in common may be anything',
    { type: ['boolean', 'array'], items: text },
    [['/type', 'type', 'may be anything']],
    [['', { items: text }]],
  ),
  ofSchema(
    'a value that is only null may be anything',
    { type: 'null' },
    [['/type', 'type', 'no type "null"']],
    [['', { 'x-nullable': true }]],
  ),
  ofSchema('const is a list of one', { const: 'a' }, [], [['', { enum: ['a'] }]]),
  ofSchema(
    'limits that exclude are flags',
    { exclusiveMinimum: 1, maximum: 9 },
    [],
    [['', { minimum: 1, exclusiveMinimum: true, maximum: 9 }]],
  ),
  ofSchema(
    'of several examples the first is kept',
    { type: 'string', examples: ['a', 'b', 'c'] },
    [['/examples', 'examples', '2 of them are left out']],
    [['', { type: 'string', example: 'a' }]],
  ),
  ofSchema(
    'deprecated and writeOnly are lost',
    { type: 'object', properties: { a: { type: 'string', deprecated: true, writeOnly: true } } },
    [
      ['/properties/a/deprecated', 'deprecated', 'is deprecated'],
      ['/properties/a/writeOnly', 'writeOnly', 'only sent'],
    ],
    [['/properties/a', text]],
  ),
  ofSchema(
    'objects to choose from are one with the fields of all, of which those are required that all require',
    { oneOf: either, description: 'A pet' },
    [
      ['/oneOf', 'oneOf', 'one object with the fields of all'],
      ['//components/schemas/Cat/properties/size', 'alternatives', '"integer", "string", becomes a string'],
      ['//components/schemas/Dog/properties/size', 'alternatives', '"integer", "string", becomes a string'],
    ],
    [
      [
        '',
        {
          description: 'A pet',
          type: 'object',
          properties: { kind: text, lives: { type: 'integer' }, size: text, barks: { type: 'boolean' } },
          required: ['kind'],
        },
      ],
    ],
    pets,
  ),
  ofSchema(
    'what tells them apart is a list of values',
    { anyOf: either, discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } } },
    [
      ['/anyOf', 'anyOf', 'one object with the fields of all'],
      ['//components/schemas/Cat/properties/size', 'alternatives', 'becomes a string'],
      ['//components/schemas/Dog/properties/size', 'alternatives', 'becomes a string'],
      ['/discriminator', 'discriminator', 'becomes a list of values'],
    ],
    [
      ['/properties/kind', { type: 'string', enum: ['cat', 'Dog'] }],
      ['/discriminator', undefined],
    ],
    pets,
  ),
  ofSchema(
    'a discriminator whose values are names of schemas is carried',
    {
      type: 'object',
      required: ['kind'],
      properties: { kind: text },
      discriminator: { propertyName: 'kind', mapping: { Cat: '#/components/schemas/Cat' } },
    },
    [],
    [['/discriminator', 'kind']],
    pets,
  ),
  ofSchema(
    'one whose values are not is a list of values',
    {
      type: 'object',
      required: ['kind'],
      properties: { kind: text },
      discriminator: { propertyName: 'kind', mapping: { c: '#/components/schemas/Cat' } },
    },
    [['/discriminator', 'discriminator', 'becomes a list of values']],
    [
      ['/discriminator', undefined],
      ['/properties/kind', { type: 'string', enum: ['c'] }],
    ],
    pets,
  ),
  ofSchema(
    'one that names no required text is lost',
    { type: 'object', properties: {}, discriminator: { propertyName: 'kind' } },
    [['/discriminator', 'discriminator', 'is left out']],
    [['', { type: 'object', properties: {} }]],
  ),
  ofSchema(
    'lists of values are one, with the names that makers see',
    {
      type: 'string',
      oneOf: [
        { const: 'a', title: 'Alpha' },
        { const: 'b', title: 'Beta' },
      ],
    },
    [],
    [
      [
        '',
        {
          type: 'string',
          enum: ['a', 'b'],
          'x-ms-enum-values': [
            { value: 'a', displayName: 'Alpha' },
            { value: 'b', displayName: 'Beta' },
          ],
        },
      ],
    ],
  ),
  ofSchema(
    'lists of values with other words are one, and the words are lost',
    {
      anyOf: [
        { type: 'string', enum: ['a'], description: 'One' },
        { type: 'string', enum: ['b', 'a'] },
      ],
    },
    [['/anyOf', 'anyOf', 'becomes one list of values']],
    [['', { type: 'string', enum: ['a', 'b'] }]],
  ),
  ofSchema(
    'one type with different limits is that type',
    {
      anyOf: [
        { type: 'string', format: 'uuid' },
        { type: 'string', format: 'date' },
      ],
    },
    [['/anyOf', 'anyOf', 'becomes one string']],
    [['', text]],
  ),
  ofSchema(
    'lists to choose from are a list of what may be in any',
    {
      oneOf: [
        { type: 'array', items: text },
        { type: 'array', items: { type: 'integer' } },
      ],
    },
    [
      ['/oneOf', 'oneOf', 'becomes one array'],
      ['/oneOf/0/items', 'alternatives', 'becomes a string'],
      ['/oneOf/1/items', 'alternatives', 'becomes a string'],
    ],
    [['', { type: 'array', items: text }]],
  ),
  ofSchema(
    'an object or a text may be anything, with the fields of the object',
    { oneOf: [text, { type: 'object', properties: { a: text } }] },
    [['/oneOf', 'oneOf', 'the fields are those of the objects among them']],
    [['', { properties: { a: text } }]],
  ),
  ofSchema(
    'values that have nothing in common may be anything',
    { oneOf: [{ type: 'boolean' }, { type: 'integer' }] },
    [['/oneOf', 'oneOf', 'may be anything, as OpenAPI 2.0 takes one type']],
    [['', {}]],
  ),
  ofSchema(
    'alternatives that only say what must be there together are left out',
    { type: 'object', properties: { a: text, b: text }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    [['/anyOf', 'anyOf', 'limits combinations of fields']],
    [['', { type: 'object', properties: { a: text, b: text } }]],
  ),
  ofSchema(
    'alternatives add to what a schema says itself',
    {
      type: 'object',
      required: ['a'],
      properties: { a: text },
      oneOf: [{ properties: { b: text } }, { properties: { a: { enum: ['x'] }, c: text } }],
    },
    [['/oneOf', 'oneOf', 'the fields of all']],
    [['', { type: 'object', required: ['a'], properties: { a: text, b: text, c: text } }]],
  ),
  ofSchema(
    'an only alternative beside allOf holds as well',
    { allOf: [{ $ref: '#/components/schemas/Cat' }], oneOf: [{ $ref: '#/components/schemas/Dog' }] },
    [],
    [['/allOf', [{ $ref: '#/definitions/Cat' }, { $ref: '#/definitions/Dog' }]]],
    pets,
  ),
  ofSchema(
    'a schema among its own alternatives adds nothing',
    { oneOf: [{ $ref: '#/components/schemas/T' }, { type: 'object', properties: { a: text } }] },
    [['/oneOf', 'oneOf', 'the fields of all']],
    [['/properties', { a: text }]],
  ),
  ofSchema(
    'alternatives that hold each other end',
    {
      type: 'object',
      properties: { next: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] } },
    },
    [
      ['/properties/next/oneOf', 'oneOf', 'the fields of all'],
      ['//components/schemas/B/properties/next', 'alternatives', 'the fields of all'],
      ['//components/schemas/A/properties/next', 'alternatives', 'the fields of all'],
      ['//components/schemas/A/properties/next', 'recursion', 'hold themselves'],
    ],
    [['/properties/next/properties/next/properties/next/properties/next', {}]],
    {
      A: { type: 'object', properties: { next: { $ref: '#/components/schemas/B' } } },
      B: { type: 'object', properties: { next: { $ref: '#/components/schemas/A' } } },
    },
  ),
  ofSchema(
    'a recursive schema stays one',
    { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/T' } } } },
    [],
    [['/properties/children/items', { $ref: '#/definitions/T' }]],
  ),
  ofSchema(
    'what is beside a reference holds as well',
    { properties: { a: { $ref: '#/components/schemas/Cat', description: 'Mine', readOnly: true } } },
    [],
    [['/properties/a', { description: 'Mine', readOnly: true, allOf: [{ $ref: '#/definitions/Cat' }] }]],
    pets,
  ),
  ofSchema(
    'what a reference names deep inside gets a name',
    { properties: { a: { $ref: '#/components/schemas/Cat/properties/lives' } } },
    [],
    [
      ['/properties/a', { $ref: '#/definitions/lives' }],
      ['//definitions/lives', { type: 'integer' }],
    ],
    pets,
  ),
  ofSchema(
    'a schema that allows all is empty, and one that allows nothing is a loss',
    { properties: { a: true, b: false } },
    [['/properties/b', 'schema', 'allows nothing']],
    [['/properties', { a: {}, b: {} }]],
  ),
  ofSchema(
    'a misspelt key says what was meant',
    { type: 'object', propertys: {}, decsription: 'x' },
    [
      ['/propertys', 'propertys', 'no counterpart'],
      ['/decsription', 'decsription', 'Did you mean "description"?'],
    ],
    [['', { type: 'object' }]],
  ),
];
