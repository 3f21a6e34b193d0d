import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  apiPropertiesFromNative,
  nativeFromApiProperties,
  nativeFromProperties,
  propertiesFromNative,
} from '../../src/convert/native.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import { validateAgainst } from '../../src/schema/validate-against.ts';

const test = suite('convert/native');

const parameter = (published: JsonObject): JsonObject => ({ connectionParameters: { p: published } });
const nativeParameter = (native: JsonObject): JsonObject => ({ connection: { parameters: { p: native } } });
const oauth = (published: JsonObject): JsonObject => parameter({ oAuthSettings: published });
const nativeOauth = (native: JsonObject): JsonObject => nativeParameter({ oauth: native });
const ui = (published: JsonObject): JsonObject => parameter({ uiDefinition: published });
const constraints = (published: JsonObject): JsonObject => ui({ constraints: published });
const policy = (published: JsonObject): JsonObject => ({ policyTemplateInstances: [published] });

// Both ways: what apiProperties.json says, and what connector.yaml says for it.
const SAME: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ['nothing', {}, {}],
  [
    'the plain words',
    { publisher: 'A', stackOwner: 'B', iconBrandColor: '#0a7d55', capabilities: [] },
    { publisher: 'A', stackOwner: 'B', iconBrandColor: '#0a7d55', capabilities: [] },
  ],
  ['no parameters, said out loud', { connectionParameters: {} }, { connection: { parameters: {} } }],
  ['a parameter without anything', parameter({}), nativeParameter({})],
  [
    'texts of a parameter',
    parameter({ type: 'string', uiDefinition: { displayName: 'D', description: 'E', tooltip: 'T' } }),
    nativeParameter({ type: 'string', displayName: 'D', description: 'E', tooltip: 'T' }),
  ],
  [
    'required and hidden, which are texts for the platform',
    constraints({ required: 'true', hidden: 'false' }),
    nativeParameter({ required: true, hidden: false }),
  ],
  [
    'required as a boolean keeps its spelling',
    constraints({ required: true }),
    nativeParameter({ extra: { uiDefinition: { constraints: { required: true } } } }),
  ],
  [
    'the other constraints',
    constraints({
      clearText: true,
      tabIndex: 3,
      capability: ['cloud'],
      dependencies: { a: { values: ['x'] } },
      allowedValues: [{ text: 'A', value: 'a' }],
    }),
    nativeParameter({
      clearText: true,
      tabIndex: 3,
      choices: [{ text: 'A', value: 'a' }],
      capability: ['cloud'],
      dependencies: { a: { values: ['x'] } },
    }),
  ],
  [
    'empty objects',
    parameter({ uiDefinition: { constraints: {} }, metadata: {} }),
    nativeParameter({ extra: { uiDefinition: { constraints: {} }, metadata: {} } }),
  ],
  [
    'an object without words, beside a word',
    ui({ displayName: 'D', schema: { type: 'string' } }),
    nativeParameter({ displayName: 'D', extra: { uiDefinition: { schema: { type: 'string' } } } }),
  ],
  [
    'null where an object belongs',
    parameter({ uiDefinition: null }),
    nativeParameter({ extra: { uiDefinition: null } }),
  ],
  [
    'allowed values',
    parameter({ allowedValues: [{ value: 1, uiDefinition: { displayName: 'One' } }], defaultValue: 1 }),
    nativeParameter({ allowedValues: [{ value: 1, displayName: 'One' }], default: 1 }),
  ],
  [
    'a claim',
    { connectionParameters: { 'token:TenantId': { metadata: { sourceType: 'AzureActiveDirectoryTenant' } } } },
    { connection: { parameters: { 'token:TenantId': { sourceType: 'AzureActiveDirectoryTenant' } } } },
  ],
  [
    'a gateway',
    parameter({
      type: 'gatewaySetting',
      gatewaySettings: { dataSourceType: 'CustomConnector', connectionDetails: [] },
    }),
    nativeParameter({ type: 'gatewaySetting', gateway: { dataSourceType: 'CustomConnector', connectionDetails: [] } }),
  ],
  [
    'settings of the provider, short',
    oauth({ customParameters: { tokenUrl: { value: 'https://t' } } }),
    nativeOauth({ customParameters: { tokenUrl: 'https://t' } }),
  ],
  [
    'settings of the provider, long',
    oauth({ customParameters: { a: { value: 'v', uiDefinition: {} }, b: {}, c: { value: null }, d: { other: 1 } } }),
    nativeOauth({
      customParameters: { a: { value: 'v', uiDefinition: {} }, b: {}, c: { value: null }, d: { extra: { other: 1 } } },
    }),
  ],
  [
    'secrets by name',
    oauth({
      clientId: { secretRef: 'ID' },
      clientSecret: { secretRef: 'SECRET' },
      customParameters: { key: { value: { secretRef: 'KEY' } } },
    }),
    nativeOauth({
      clientId: { secretRef: 'ID' },
      clientSecret: { secretRef: 'SECRET' },
      customParameters: { key: { secretRef: 'KEY' } },
    }),
  ],
  [
    'something else than a setting',
    oauth({ customParameters: { a: 'text' } }),
    nativeOauth({ extra: { customParameters: { a: 'text' } } }),
  ],
  [
    'a literal secret stays where its author looks',
    oauth({ clientSecret: 'hunter2' }),
    nativeOauth({ clientSecret: 'hunter2' }),
  ],
  [
    'additional parameters',
    oauth({ additionalParameters: { a: { type: 'string', applicableWhen: [{ parameter: 'r', oneOf: [null] }] } } }),
    nativeOauth({
      additionalParameters: { a: { type: 'string', applicableWhen: [{ parameter: 'r', oneOf: [null] }] } },
    }),
  ],
  [
    'parameter sets',
    {
      connectionParameterSets: {
        uiDefinition: { displayName: 'D' },
        values: [
          {
            name: 'n',
            uiDefinition: { displayName: 'S', displayname: 'misspelt' },
            metadata: { allowSharing: true },
            parameters: {},
          },
        ],
      },
    },
    {
      connection: {
        parameterSets: {
          displayName: 'D',
          sets: [
            {
              name: 'n',
              displayName: 'S',
              allowSharing: true,
              parameters: {},
              extra: { uiDefinition: { displayname: 'misspelt' } },
            },
          ],
        },
      },
    },
  ],
  [
    'a policy',
    policy({
      templateId: 'setheader',
      title: 'T',
      parameters: {
        'x-ms-apimTemplate-operationName': ['A'],
        'x-ms-apimTemplate-policySection': 'Request',
        'x-ms-apimTemplateParameter.name': 'n',
        'x-ms-apimTemplateParameter.value': { secretRef: 'KEY' },
        other: 1,
      },
    }),
    {
      policies: [
        {
          template: 'setheader',
          title: 'T',
          operations: ['A'],
          section: 'Request',
          parameters: { name: 'n', value: { secretRef: 'KEY' } },
          extra: { parameters: { other: 1 } },
        },
      ],
    },
  ],
  ['custom code for every operation', { scriptOperations: [] }, { script: { operations: [] } }],
  [
    'unknown keys',
    { 'token:clientId': { type: 'string' }, extra: 1 },
    { extra: { 'token:clientId': { type: 'string' }, extra: 1 } },
  ],
  [
    'wrong types',
    { publisher: 1, capabilities: 'actions', connectionParameters: { a: null }, policyTemplateInstances: [1] },
    {
      extra: { publisher: 1, capabilities: 'actions', connectionParameters: { a: null }, policyTemplateInstances: [1] },
    },
  ],
];

for (const [name, properties, native] of SAME) {
  test(`${name}: one and the same, both ways`, () => {
    assert.equal(nativeFromProperties(properties), native);
    assert.equal(propertiesFromNative(native).properties, properties);
  });
}

test('both sides have the order of their author', () => {
  const { properties } = propertiesFromNative({
    extra: { zeta: 1, alpha: 2 },
    script: { operations: [] },
    connection: { parameterSets: {}, parameters: { zeta: { displayName: 'Z', type: 'string' }, alpha: {} } },
    policies: [],
    publisher: 'A',
    iconBrandColor: '#ffffff',
  });
  assert.is(
    JSON.stringify(properties),
    '{"zeta":1,"alpha":2,"scriptOperations":[],"connectionParameterSets":{},"connectionParameters":{"zeta":{"uiDefinition":{"displayName":"Z"},"type":"string"},"alpha":{}},"policyTemplateInstances":[],"publisher":"A","iconBrandColor":"#ffffff"}',
  );
  assert.is(
    JSON.stringify(nativeFromProperties(parameter({ uiDefinition: { constraints: { tabIndex: 2 } }, type: 'int' }))),
    '{"connection":{"parameters":{"p":{"tabIndex":2,"type":"int"}}}}',
  );
});

// An order that the words alone would not bring back: what is written down besides.
const ORDERS: readonly (readonly [string, JsonObject, JsonObject | undefined])[] = [
  ['unknown keys at the end', { publisher: 'A', website: 'w', other: 1 }, undefined],
  ['unknown keys together', { publisher: 'A', website: 'w', other: 1, stackOwner: 'B' }, undefined],
  [
    'unknown keys between known ones',
    { website: 'w', publisher: 'A', other: 1 },
    { '/properties': ['website', 'publisher', 'other'] },
  ],
  ['a switch in the wrong type, before others', constraints({ required: true, tabIndex: 1 }), undefined],
  [
    'unknown keys on two levels',
    ui({ a: 1, displayName: 'D', constraints: { b: 1, tabIndex: 1, c: 1 } }),
    {
      '/properties/connectionParameters/p/uiDefinition': ['a', 'displayName', 'constraints'],
      '/properties/connectionParameters/p/uiDefinition/constraints': ['b', 'tabIndex', 'c'],
    },
  ],
  [
    'a key between those that one word holds',
    { connectionParameters: {}, publisher: 'A', connectionParameterSets: {} },
    { '/properties': ['connectionParameters', 'publisher', 'connectionParameterSets'] },
  ],
  [
    'parameters of a template around a word',
    policy({
      parameters: {
        'x-ms-apimTemplateParameter.a': 1,
        'x-ms-apimTemplate-policySection': 'Request',
        'x-ms-apimTemplateParameter.b': 2,
      },
    }),
    {
      '/properties/policyTemplateInstances/0/parameters': [
        'x-ms-apimTemplateParameter.a',
        'x-ms-apimTemplate-policySection',
        'x-ms-apimTemplateParameter.b',
      ],
    },
  ],
];

for (const [name, properties, keyOrder] of ORDERS) {
  test(`the order comes back: ${name}`, () => {
    const native = nativeFromProperties(properties);
    assert.equal((native['microsoft'] as JsonObject | undefined)?.['keyOrder'], keyOrder);
    assert.is(JSON.stringify(propertiesFromNative(native).properties), JSON.stringify(properties));
  });
}

test('what stands beside the properties comes back, in its order', () => {
  const documents = ['{"$schema":"s","properties":{"publisher":"A"}}', '{"properties":{},"$schema":"s","a":{"b":1}}'];
  for (const text of documents) {
    const native = nativeFromApiProperties(JSON.parse(text) as JsonObject);
    assert.is(JSON.stringify(apiPropertiesFromNative(native)), text);
    assert.equal(validateAgainst('connector', native), []);
  }
});

test('an order that says nonsense orders what it can', () => {
  const keyOrder = {
    '/properties': ['stackOwner', 'stackOwner', 'constructor', 7, 'gone', 'publisher'],
    '/properties/connectionParameters/gone': ['a'],
    '/properties/publisher': ['0'],
    elsewhere: ['publisher'],
    ['/a'.repeat(50_000)]: ['b'],
    '': 'text',
  };
  const native = { publisher: 'A', iconBrandColor: '#ffffff', stackOwner: 'B', microsoft: { keyOrder } };
  assert.is(
    JSON.stringify(propertiesFromNative(native).properties),
    '{"stackOwner":"B","publisher":"A","iconBrandColor":"#ffffff"}',
  );
  for (const microsoft of ['x', [], null, { keyOrder: 'x', beside: [] }, { keyOrder: null }]) {
    assert.equal(propertiesFromNative({ publisher: 'A', microsoft }).properties, { publisher: 'A' });
  }
});

test('what stays in the repository is not published', () => {
  const native = { labels: ['a'], formerNames: ['b'], suppressions: [], acknowledgements: [], misspelt: 1 };
  assert.equal(propertiesFromNative(native).properties, {});
});

test('a word wins over the same thing in extra', () => {
  const native = nativeParameter({ displayName: 'word', extra: { uiDefinition: { displayName: 'extra', other: 1 } } });
  assert.equal(propertiesFromNative(native).properties, ui({ displayName: 'word', other: 1 }));
});

test('wrong shapes pass through, so that rules can report them', () => {
  const native = {
    publisher: 1,
    capabilities: 'x',
    policies: { a: 1 },
    connection: { parameters: [1], parameterSets: 'x' },
    script: { operations: null },
  };
  assert.equal(propertiesFromNative(native).properties, {
    connectionParameters: [1],
    connectionParameterSets: 'x',
    capabilities: 'x',
    policyTemplateInstances: { a: 1 },
    scriptOperations: null,
    publisher: 1,
  });
  const inside = nativeParameter({ required: 'yes', oauth: 'x', allowedValues: [1] });
  assert.equal(
    propertiesFromNative(inside).properties,
    parameter({ allowedValues: [1], oAuthSettings: 'x', uiDefinition: { constraints: { required: 'yes' } } }),
  );
  assert.equal(propertiesFromNative({ connection: 'x', script: [], extra: 7 }).properties, {});
});

test('keys of the prototype are names like others', () => {
  const properties = JSON.parse(
    '{"__proto__": {"a": 1}, "connectionParameters": {"__proto__": {"type": "string"}, "constructor": {}}}',
  );
  const native = nativeFromProperties(properties);
  const back = propertiesFromNative(native).properties;
  assert.is(
    JSON.stringify(back),
    '{"__proto__":{"a":1},"connectionParameters":{"__proto__":{"type":"string"},"constructor":{}}}',
  );
  assert.is(({} as Record<string, unknown>)['a'], undefined);
});

test('a document of any depth and width is translated', () => {
  let deep: JsonObject = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };
  const wide = Object.fromEntries(
    Array.from({ length: 200_000 }, (_, index) => [`x-ms-apimTemplateParameter.p${index}`, 1]),
  );
  const properties = {
    unknown: deep,
    policyTemplateInstances: [{ parameters: wide }],
    connectionParameters: { a: { defaultValue: deep } },
  };
  const back = propertiesFromNative(nativeFromProperties(properties)).properties;
  assert.is(back['unknown'], deep);
  assert.is(Object.keys((back['policyTemplateInstances'] as { parameters: object }[])[0]!.parameters).length, 200_000);
});

test.run();
