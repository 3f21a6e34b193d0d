import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { DEFINITION, roundTrip } from './round-trip.ts';

const test = suite('app/import/keep-folder');

// What apiProperties.json says, and has to say again to the letter: spaced as the definition is.
const PROPERTIES: readonly (readonly [name: string, value: unknown])[] = [
  ['nothing', { properties: {} }],
  [
    'an order of its own',
    {
      properties: {
        stackOwner: 'B',
        capabilities: [],
        publisher: 'A',
        connectionParameters: {},
        iconBrandColor: '#fff',
      },
    },
  ],
  [
    'unknown keys at every level',
    {
      $schema: 'https://example.org/schema.json',
      properties: {
        website: 'https://contoso.com',
        connectionParameters: {
          token: {
            type: 'oauthSetting',
            since: 1,
            oAuthSettings: {
              colour: 'green',
              identityProvider: 'oauth2',
              clientId: 'abc',
              scopes: ['read'],
              customParameters: { tokenUrl: { value: 'https://t', hint: 'x' }, more: { other: true } },
              later: null,
            },
            uiDefinition: {
              schema: { type: 'string' },
              displayName: 'Sign in',
              constraints: { weight: 3, required: 'false', note: '' },
              z: [],
            },
          },
        },
        connectionParameterSets: {
          a: 1,
          uiDefinition: { displayname: 'misspelt', displayName: 'D' },
          values: [{ b: 2, name: 'n', parameters: { p: { c: 3, type: 'string' } }, uiDefinition: { d: 4 } }],
        },
        policyTemplateInstances: [
          {
            e: 5,
            templateId: 'setheader',
            parameters: {
              'x-ms-apimTemplateParameter.name': 'a',
              f: 6,
              'x-ms-apimTemplate-policySection': 'Request',
              'x-ms-apimTemplateParameter.value': 'b',
            },
          },
        ],
        script: 'script.csx',
      },
      generatedBy: 'somebody',
    },
  ],
  [
    'claims of a token',
    {
      properties: {
        connectionParameters: {
          'token:clientId': { type: 'string', uiDefinition: { displayName: 'Id' } },
          token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'aad' } },
          'token:TenantId': { type: 'string', metadata: { sourceType: 'AzureActiveDirectoryTenant' } },
        },
        'token:clientId': { type: 'string' },
      },
    },
  ],
  [
    'switches as texts and as switches',
    {
      properties: {
        connectionParameters: {
          a: { uiDefinition: { constraints: { tabIndex: 1, required: true, clearText: false } } },
          b: { uiDefinition: { constraints: { required: 'true', hidden: false, tabIndex: 1 } } },
          c: { uiDefinition: { constraints: { required: 'True', hidden: 'false' } } },
        },
      },
    },
  ],
  [
    'values of the wrong type',
    { properties: { publisher: 7, capabilities: 'actions', connectionParameters: null, policyTemplateInstances: {} } },
  ],
  [
    'texts that YAML could take for something else',
    {
      properties: {
        publisher: 'null',
        stackOwner: ' 0x1F ',
        words: ['yes', '2027-01-01', '1e3', '- a', '# b', 'c: d', '&e', '\u0085\u2028\u0000', 'a\r\nb', ''],
        'Žluťoučký kůň 🐎': '日本語 \ud800',
      },
    },
  ],
  ['keys like numbers', { properties: { 10: 'a', 2: 'b', publisher: 'A' } }],
];

for (const [name, value] of PROPERTIES) {
  test(`properties come back to the letter: ${name}`, () => {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    const { exported, losses, report } = roundTrip({ 'apiProperties.json': text });
    assert.is(exported['apiProperties.json'], text);
    assert.equal([...losses, ...report.losses], []);
  });
}

// How the definition is written, and what of it comes back.
const DEFINITIONS: readonly (readonly [name: string, text: string, exported?: string])[] = [
  ['a plain one', DEFINITION],
  ['line ends of Windows', DEFINITION.replaceAll('\n', '\r\n')],
  ['tabs, and no last line end', DEFINITION.replaceAll('  ', '\t').trimEnd()],
  ['all on one line', JSON.stringify(JSON.parse(DEFINITION))],
  ['numbers that no JavaScript number is', DEFINITION.replace('{}', '{"x-a": [1.0, 12345678901234567890, 1E2, -0]}')],
  ['keys like numbers', DEFINITION.replace('{}', '{"x-codes": {"default": 1, "404": 2, "200": 3}}')],
  ['escapes', DEFINITION.replace('Weather', String.raw`Wett\u00ear\/ \ud83d\udc0e`)],
  ['a byte order mark, which goes', `\uFEFF${DEFINITION}`, DEFINITION],
  [
    'commas and comments, which go',
    DEFINITION.replace('{}\n', '{}, // the last one\n'),
    DEFINITION.replace('{}\n', `{}${' '.repeat(', // the last one'.length)}\n`),
  ],
];

for (const [name, text, exported = text] of DEFINITIONS) {
  test(`a definition comes back to the byte: ${name}`, () => {
    const trip = roundTrip({ 'apiDefinition.swagger.json': text });
    assert.is(trip.exported['apiDefinition.swagger.json'], exported);
    assert.is(trip.imported['openapi.json'], exported);
  });
}

test('slips of JSON are counted', () => {
  const text = DEFINITION.replace('{}\n', '{}, // the last one\n');
  assert.equal(roundTrip({ 'apiDefinition.swagger.json': text }).report.notes, [
    '2 slips in the JSON of apiDefinition.swagger.json mended',
  ]);
});

test('the properties are spaced as the definition is', () => {
  const value = { properties: { publisher: 'A', capabilities: ['actions'] } };
  for (const [indent, lineEnd, end] of [
    ['    ', '\r\n', ''],
    ['\t', '\n', '\n'],
    ['  ', '\r\n', '\r\n'],
  ] as const) {
    const spaced = (one: unknown): string => JSON.stringify(one, null, indent).replaceAll('\n', lineEnd) + end;
    const definition = spaced(JSON.parse(DEFINITION));
    const { exported } = roundTrip({
      'apiDefinition.swagger.json': definition,
      'apiProperties.json': spaced(value),
    });
    assert.is(exported['apiProperties.json'], spaced(value));
  }
});

test('a number of the properties is kept by its value, and told when that cannot be', () => {
  const text =
    '{\n "properties": {"a": 1.0, "b": 1e2,\n  "c": 12345678901234567890, "d": 0.1000000000000000000, "e": "9007199254740993"}}';
  const { exported, report } = roundTrip({ 'apiProperties.json': text });
  assert.equal(JSON.parse(exported['apiProperties.json']!), {
    properties: { a: 1, b: 100, c: 12345678901234567000, d: 0.1, e: '9007199254740993' },
  });
  assert.equal(
    report.losses.map(({ message }) => message),
    ['Number 12345678901234567890 is read as 12345678901234567000: apiProperties.json:3:8'],
  );
});

test('a key that is there twice is told', () => {
  const { exported, report } = roundTrip({
    'apiProperties.json': '{"properties": {"publisher": "A", "publisher": "B"}}',
  });
  assert.is(exported['apiProperties.json'], '{\n  "properties": {\n    "publisher": "B"\n  }\n}\n');
  assert.equal(report.losses, [
    {
      pointer: '/properties/publisher',
      construct: 'key',
      message: 'Key "publisher" is used twice in one object of apiProperties.json; the last one counts',
    },
  ]);
});

test('what connector.yaml says is in the order of the file, and read by people', () => {
  const value = {
    properties: {
      connectionParameters: {
        api_key: {
          type: 'securestring',
          uiDefinition: { displayName: 'Key', constraints: { tabIndex: 2, required: 'true' }, tooltip: 'T' },
        },
      },
      iconBrandColor: '#0a7d55',
      publisher: 'Contoso',
    },
  };
  assert.is(
    roundTrip({ 'apiProperties.json': JSON.stringify(value) }).imported['connector.yaml'],
    `# yaml-language-server: $schema=../../node_modules/@connector-registry/connectors/schemas/connector.schema.json

# What a maker enters or signs in to, to make a connection.
connection:
  parameters:
    api_key:
      type: securestring
      displayName: Key
      tabIndex: 2
      required: true
      tooltip: T

# The colour behind the icon: the same as the background of icon.png.
iconBrandColor: "#0a7d55"
# Who publishes the connector, as makers see it.
publisher: Contoso
`,
  );
});

test.run();
