import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { memoryTree, mendTree } from './mended.ts';

/** A slip, as a change of a text that is right: mending has to give back every byte. */
type Slip = readonly [right: string | RegExp, wrong: string];

const CLEAN = {
  swagger: '2.0',
  info: {
    title: 'Pets',
    description: 'Lists\tand adds pets — “all” of them \\ "every" one',
    version: '1.0',
    contact: { name: 'Contoso', url: 'https://example.com', email: 'pets@example.com' },
  },
  host: 'api.example.com',
  basePath: '/v1',
  schemes: ['https'],
  paths: {
    '/pets/{id}/{owner}': {
      get: {
        operationId: 'ListPets',
        summary: 'List pets',
        description: 'Lists pets of an owner.',
        'x-ms-api-annotation': { family: 'Pets', status: 'Production' },
        parameters: [
          { name: 'id', in: 'path', required: true, type: 'string', 'x-ms-url-encoding': 'single' },
          { name: 'owner', in: 'path', 'x-ms-url-encoding': 'single', required: true, type: 'string' },
          { name: 'limit', in: 'query', type: 'integer', default: 5, 'x-ms-visibility': 'advanced' },
          { name: 'all', in: 'query', type: 'boolean', default: false, enum: [true, false] },
        ],
        responses: { 200: { description: 'The pets' } },
      },
    },
  },
  tags: [{ name: 'pets' }, { name: 'owners' }],
  'x-ms-connector-metadata': [
    { propertyName: 'Website', propertyValue: 'https://example.com' },
    { propertyName: 'Privacy policy', propertyValue: 'https://example.com/privacy' },
    { propertyName: 'Categories', propertyValue: 'Productivity;IT Operations' },
  ],
};

const IN_JSON: readonly Slip[] = [
  ['"2.0"', '2.0'],
  ['"version": "1.0"', '"version": 1.0'],
  ['"pets@example.com"', '" pets@example.com "'],
  ['"/v1"', '"v1"'],
  ['"https"', '"HTTPS"'],
  ['"/pets/{id}', '"pets/{id}'],
  ['owner.",', 'owner",'],
  ['"Production"', '"production"'],
  ['"default": 5', '"default": "5"'],
  ['"default": false', '"default": "False"'],
  ['"advanced"', '"Advanced"'],
  ['"Privacy policy"', '"privacy Policy"'],
  ['Productivity;IT', 'productivity;It'],
  [/,\s*"required": true(?=,\s*"type": "string",)/, ''],
  [/,\s*"x-ms-url-encoding": "single"(?=,\s*"required")/, ''],
  [/(,\s*)("host": "[a-z.]*")/, '$1$2$1$2'],
  [/(\s*)\}(\s*)$/, ',$1}$2'],
  [/("basePath": "[^"]*",)/, '$1 // as it was'],
  [/(\r?\n)(\s*"paths")/, '$1  /* all of\n them */$1$2'],
  [/(\r?\n)(\s*"paths")/, '   $1$2'],
  ['\\t', '\t'],
  [/,(\s*)(\{\s*"name": "owners")/, ',$1{"name": "pets"},$1$2'],
  [/^/, '\uFEFF'],
];

const IN_YAML: readonly Slip[] = [
  ['"2.0"', '2.0'],
  ['version: "1.0"', 'version: 1.0'],
  ['basePath: /v1', 'basePath: v1'],
  ['- https #', '- HTTPS #'],
  ['  "/pets/{id}', '  "pets/{id}'],
  ['owner. #', 'owner #'],
  ['status: Production', 'status: production'],
  ['default: 5', 'default: "5"'],
  ['default: false', "default: 'False'"],
  ['x-ms-visibility: advanced', 'x-ms-visibility: Advanced'],
  ["'Privacy policy'", "'privacy Policy'"],
  ['Productivity;IT', 'productivity;It'],
  [/ +required: true\r?\n(?= +type: string\r?\n +x-ms)/, ''],
  [', x-ms-url-encoding: single', ''],
  [/(host: api.example.com)(\r?\n)/, '$1$2$1$2'],
  [/(tags:)(\r?\n)/, '$1  $2'],
  [/( +)(- name: owners)(\r?\n)/, '$1- {name: pets} # again$3$1$2$3'],
  [/^/, '\uFEFF'],
];

const YAML = `# What the shop offers
swagger: "2.0"
info:
  title: Pets   # as makers see it
  description: >-
    Lists and
    adds pets
  version: "1.0"
  contact: {name: Contoso, url: "https://example.com", email: pets@example.com}
host: api.example.com
basePath: /v1 # or /v2
schemes:
- https # only
paths:
  "/pets/{id}/{owner}":
    get:
      operationId: ListPets
      summary: List pets
      description: Lists pets of an owner. # and no other
      x-ms-api-annotation: {family: Pets, status: Production}
      parameters:
        - name: id
          in: path # of the pet
          required: true
          type: string
          x-ms-url-encoding: single
        - {name: owner, in: path, x-ms-url-encoding: single, required: true, type: string}
        -
          name: limit
          in: query
          type: integer
          default: 5
          x-ms-visibility: advanced
        - {name: all, in: query, type: boolean, default: false, enum: [true, false]}
      responses:
        "200": {description: The pets}
tags:
  - name: pets
  - name: owners
x-ms-connector-metadata:
  - {propertyName: Website, propertyValue: "https://example.com"}
  - propertyName: 'Privacy policy'
    propertyValue: https://example.com/privacy
  - propertyName: Categories
    propertyValue: Productivity;IT Operations
# The end
`;

/** Without an end of its own when the last line break is left out. */
const ends = fc.record({ lineBreak: fc.constantFrom('\n', '\r\n'), isLast: fc.boolean() });

function withEnds(
  text: string,
  { lineBreak, isLast }: { readonly lineBreak: string; readonly isLast: boolean },
): string {
  return (isLast ? text : text.replace(/\n$/, '')).replaceAll('\n', lineBreak);
}

function slipped(text: string, slips: readonly Slip[]): string {
  return slips.reduce((wrong, [right, put]) => wrong.replace(right, put), text);
}

function mendedText(files: Readonly<Record<string, string>>, name: string): string {
  return Buffer.from(mendTree(memoryTree(files), 'strict').after.read(name)).toString('utf8');
}

const JSON_NAME = 'apiDefinition.swagger.json';
const PROPERTIES = '{"properties": {"iconBrandColor": "#0a7d55", "connectionParameters": {}}}\n';

const test = suite('fix/inverse');

test('each slip in JSON is one, and is mended', () => {
  const text = `${JSON.stringify(CLEAN, null, 2)}\n`;
  for (const slip of IN_JSON) {
    const wrong = slipped(text, [slip]);
    assert.not.equal(wrong, text, String(slip[0]));
    assert.is(mendedText({ [JSON_NAME]: wrong, 'apiProperties.json': PROPERTIES }, JSON_NAME), text, String(slip[0]));
  }
});

test('each slip in YAML is one, and is mended', () => {
  for (const slip of IN_YAML) {
    const wrong = slipped(YAML, [slip]);
    assert.not.equal(wrong, YAML, String(slip[0]));
    assert.is(
      mendedText({ 'openapi.yaml': wrong, 'connector.yaml': 'iconBrandColor: "#0a7d55"\n' }, 'openapi.yaml'),
      YAML,
    );
  }
});

test('of any slips in JSON the author gets every byte back', () => {
  const slips = fc.subarray([...IN_JSON], { minLength: 1 });
  const indentations = fc.constantFrom(2, 3, 4);
  fc.assert(
    fc.property(slips, indentations, ends, (chosen, indentation, end) => {
      const text = withEnds(`${JSON.stringify(CLEAN, null, indentation)}\n`, end);
      const wrong = slipped(text, chosen);
      assert.is(mendedText({ [JSON_NAME]: wrong, 'apiProperties.json': PROPERTIES }, JSON_NAME), text);
    }),
    { numRuns: 60 },
  );
});

test('of any slips in YAML the author gets every byte back', () => {
  fc.assert(
    fc.property(fc.subarray([...IN_YAML], { minLength: 1 }), ends, (chosen, end) => {
      const text = withEnds(YAML, end);
      const wrong = slipped(text, chosen);
      const files = { 'openapi.yaml': wrong, 'connector.yaml': 'iconBrandColor: "#0a7d55"\n' };
      assert.is(mendedText(files, 'openapi.yaml'), text);
    }),
    { numRuns: 60 },
  );
});

test.run();
