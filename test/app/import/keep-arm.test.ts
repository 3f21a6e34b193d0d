import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { armLayout } from '../../../src/app/export/arm-layout.ts';
import { keepArm } from '../../../src/app/import/keep-arm.ts';
import type { KeptConnector } from '../../../src/app/import/kept-connector.ts';
import { apiPropertiesFromNative } from '../../../src/convert/native.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Json, JsonObject } from '../../../src/domain/json.ts';
import { valueAt } from '../../../src/domain/pointer.ts';
import { documentText, loadExportable } from '../export/load-exportable.ts';

const test = suite('app/import/keep-arm');

const SWAGGER = JSON.parse(documentText()) as JsonObject;
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const DATA_URI = `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`;

const resource = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/customApis/Weather-Test',
  name: 'Weather-Test',
  type: 'Microsoft.Web/customApis',
  location: 'westeurope',
  properties: { swagger: SWAGGER, ...properties },
  ...more,
});
const template = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  resources: [resource(properties, { id: null, name: "[parameters('apiName')]" })],
  ...more,
});
const WHERE = 'It is in westeurope: that is for a target in registry.yaml to say';
const kept = (document: Json): KeptConnector => keepArm(document, 'weather.json');
const propertiesOf = (connector: KeptConnector): Json =>
  valueAt(apiPropertiesFromNative(connector.native), '/properties')!;

test('what a GET answers becomes a connector', () => {
  const connector = kept(
    resource({
      displayName: 'Weather',
      description: 'Tells the weather of a place.',
      brandColor: '#0a7d55',
      iconUri: DATA_URI,
      capabilities: ['actions'],
      apiType: 'Rest',
      backendService: { serviceUrl: 'https://api.contoso.com/v1/' },
      connectionParameters: { key: { type: 'securestring', uiDefinition: { displayName: 'Key' } } },
      runtimeUrls: ['https://a.example'],
      apiDefinitions: { originalSwaggerUrl: 'https://b.example' },
      wsdlDefinition: {},
    }),
  );
  assert.is(connector.name, 'weather-test');
  assert.equal(connector.document.value, SWAGGER);
  assert.is(connector.document.file, 'openapi.json');
  assert.equal(JSON.parse(connector.document.text), SWAGGER);
  assert.equal(propertiesOf(connector), {
    connectionParameters: { key: { type: 'securestring', uiDefinition: { displayName: 'Key' } } },
    iconBrandColor: '#0a7d55',
    capabilities: ['actions'],
  });
  assert.equal([...connector.others], [['icon.png', Buffer.from(PNG)]]);
  assert.equal([connector.losses, connector.notes], [[], [WHERE]]);
});

test('a resource that is called like a device of Windows gets another name', () => {
  assert.is(kept(resource({}, { name: 'AUX' })).name, 'connector-aux');
});

test('in what a GET answers brackets are brackets', () => {
  assert.is(valueAt(kept(resource({ brandColor: '[a]' })).native, '/iconBrandColor'), '[a]');
});

test('what the resource shows and calls counts before what its document says', () => {
  const connector = kept(
    resource({
      displayName: 'Rain',
      description: 'Rain.',
      backendService: { serviceUrl: 'http://other.example:81/x' },
    }),
  );
  assert.equal(valueAt(connector.document.value, '/info/title'), 'Rain');
  assert.equal(valueAt(connector.document.value, '/info/description'), 'Rain.');
  assert.is(valueAt(connector.document.value, '/host'), 'other.example:81');
  assert.is(valueAt(connector.document.value, '/basePath'), '/x');
  assert.equal(connector.notes, ['The service is at http://other.example:81/x, as the resource says', WHERE]);
});

test('an address that is none is told', () => {
  const connector = kept(resource({ backendService: { serviceUrl: 'javascript:alert(1)' } }));
  assert.is(valueAt(connector.document.value, '/host'), 'api.contoso.com');
  assert.match(connector.losses[0]!.message, 'is left out as the address of the service');
});

test('a list with one resource is read, in each of its forms', () => {
  for (const list of [[resource({})], { value: [resource({})] }, { resources: [{ type: 'a' }, resource({})] }]) {
    assert.equal(kept(list).document.value, SWAGGER);
  }
  assert.equal(kept({ languageVersion: '2.0', resources: { api: resource({}) } }).document.value, SWAGGER);
  assert.equal(
    kept({ location: 'x', properties: { displayName: 'Weather', swagger: SWAGGER } }).document.value,
    SWAGGER,
  );
});

test('expressions of a template are evaluated, and secure parameters become references', () => {
  const oAuthSettings = {
    identityProvider: 'oauth2',
    clientId: "[parameters('clientId')]",
    clientSecret: "[parameters('weatherClientSecret')]",
    customParameters: { tokenUrl: { value: "[concat(variables('login'), '/token')]" } },
  };
  const connector = kept(
    template(
      {
        brandColor: '[[a]',
        displayName: "[parameters('title')]",
        connectionParameters: { token: { type: 'oauthSetting', oAuthSettings } },
      },
      {
        parameters: {
          apiName: { type: 'string', defaultValue: 'weather' },
          title: { type: 'string', defaultValue: 'Rain' },
          clientId: { type: 'string' },
          weatherClientSecret: { type: 'securestring' },
        },
        variables: { login: 'https://login.example' },
      },
    ),
  );
  assert.is(connector.name, 'weather');
  assert.is(valueAt(connector.native, '/iconBrandColor'), '[a]');
  assert.is(valueAt(connector.document.value, '/info/title'), 'Rain');
  assert.equal(valueAt(connector.native, '/connection/parameters/token/oauth'), {
    identityProvider: 'oauth2',
    clientSecret: { secretRef: 'WEATHER_CLIENT_SECRET' },
    customParameters: { tokenUrl: 'https://login.example/token' },
  });
  assert.equal(connector.losses, [
    {
      pointer: '/resources/0/properties/connectionParameters/token/oAuthSettings/clientId',
      construct: 'expression',
      message: "[parameters('clientId')] is left out: only a deployment knows its value",
      hint: 'Write the value into connector.yaml or the OpenAPI document',
    },
  ]);
});

test('a secure parameter is told by the name that stands for it, and so is a default of it that is left out', () => {
  const secret = 'hq8Q~verysecretvalue';
  const connector = kept(
    template(
      {
        swagger: { ...SWAGGER, 'x-key': "[parameters('elsewhere')]" },
        connectionParameters: {
          token: { type: 'oauthSetting', oAuthSettings: { clientSecret: "[parameters('one')]" } },
          key: { type: 'securestring', defaultValue: "[parameters('two')]" },
        },
      },
      {
        parameters: {
          one: { type: 'securestring', defaultValue: '' },
          two: { type: 'SecureString', defaultValue: secret },
          elsewhere: { type: 'securestring' },
          unused: { type: 'securestring', defaultValue: secret },
        },
      },
    ),
  );
  assert.not.match(JSON.stringify(connector), secret);
  assert.equal(connector.notes, [
    'Secure parameter "one" is left out; ONE stands for it',
    'Secure parameter "two" is left out with its default, which may be a secret; TWO stands for it',
    WHERE,
  ]);
});

test('what is told of a template says where in the template', () => {
  const connector = kept(template({ backendService: { serviceUrl: 'javascript:1' }, iconUri: 'https://a.example/i' }));
  assert.equal(
    connector.losses.map(({ pointer }) => pointer),
    ['/resources/0/properties/backendService/serviceUrl', '/resources/0/properties/iconUri'],
  );
});

test('a client secret that stands there is replaced before anything is written', () => {
  const secret = 'hq8Q~verysecretvalue';
  const connector = kept(
    resource({ connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: { clientSecret: secret } } } }),
  );
  assert.not.match(JSON.stringify(connector), secret);
  assert.equal(connector.notes, ['A client secret is left out; WEATHER_TEST_CLIENT_SECRET stands for it', WHERE]);
});

const ICONS: readonly (readonly [what: string, iconUri: string, why: string])[] = [
  ['an address', 'https://a.example/icon.png', 'it is at "https://a.example/icon.png", and nothing is fetched'],
  ['a path', '/testIcon.svg', 'it is at "/testIcon.svg", and nothing is fetched'],
  ['an SVG', `data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`, 'it is neither PNG nor JPEG'],
  ['a picture that is none', 'data:image/png;base64,AAAA', 'it is neither PNG nor JPEG'],
];

for (const [what, iconUri, why] of ICONS) {
  test(`an icon that is ${what} is told and not taken`, () => {
    const connector = kept(resource({ iconUri }));
    assert.is(connector.others.size, 0);
    assert.is(connector.losses[0]!.message, `The icon is left out: ${why}`);
  });
}

test('an icon in bare base64, percent-encoded, or as JPEG is taken', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
  const percent = [...PNG].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  for (const [iconUri, file, bytes] of [
    [Buffer.from(PNG).toString('base64'), 'icon.png', PNG],
    [`data:image/png,${percent}`, 'icon.png', PNG],
    [`data:;base64,${Buffer.from(jpeg).toString('base64')}`, 'icon.jpg', jpeg],
  ] as const) {
    assert.equal([...kept(resource({ iconUri })).others], [[file, Buffer.from(bytes)]]);
  }
});

test('everything that has no place is told', () => {
  const connector = kept(
    resource({ tier: 'Premium', wsdlDefinition: { url: 'x' } }, { tags: { a: 'b' }, dependsOn: ['c'] }),
  );
  assert.equal(
    connector.losses.map(({ pointer, message }) => `${pointer} ${message}`),
    [
      '/tags "tags" is left out: a connector has no place for it',
      '/dependsOn "dependsOn" is left out: it is about the deployment',
      '/properties/tier "tier" is left out: a connector has no place for it',
      '/properties/wsdlDefinition "wsdlDefinition" is left out: a connector has no place for it',
    ],
  );
});

const growing = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [
    `v${index}`,
    index === 0 ? 'x' : `[createArray(variables('v${index - 1}'), variables('v${index - 1}'))]`,
  ]),
);

const REFUSED: readonly (readonly [what: string, document: Json, why: RegExp])[] = [
  [
    'two connectors',
    { value: [resource({}), resource({}, { name: 'Other' })] },
    /holds 2 custom connectors: "Weather-Test", "Other"/,
  ],
  ['no connector', { resources: [{ type: 'Microsoft.Web/sites' }] }, /holds no custom connector/],
  ['SOAP', resource({ swagger: null, apiType: 'Soap' }), /it is a SOAP connector/],
  [
    'a definition elsewhere',
    resource({ swagger: null, apiDefinitions: { originalSwaggerUrl: 'https://a.example/s.json' } }),
    /its OpenAPI document is at "https:\/\/a\.example\/s\.json", and nothing is fetched/,
  ],
  ['no definition', resource({ swagger: null }), /it has no "properties\.swagger"/],
  [
    'expressions that grow without end',
    template({ brandColor: "[variables('v39')]" }, { variables: growing }),
    /its expressions make more than a connector holds/,
  ],
  [
    'a key that copies could take for a prototype',
    template({ swagger: { ...SWAGGER, "[concat('__pro', 'to__')]": {} } }),
    /its expressions make more than a connector holds/,
  ],
];

for (const [what, document, why] of REFUSED) {
  test(`${what} is refused with the reason`, () => {
    assert.throws(
      () => kept(document),
      (cause: unknown) => cause instanceof Error && why.test(cause.message),
    );
  });
}

test('a resource that is called like a part of it loses nothing', () => {
  const document = template({ brandColor: '[guid(1)]' });
  const connector = kept({ ...document, resources: { name: (document['resources'] as JsonObject[])[0]! } });
  assert.equal(
    connector.losses.map(({ pointer }) => pointer),
    ['/resources/name/properties/brandColor'],
  );
});

test('whatever stands in a resource, it is read or refused', () => {
  const text = fc.oneof(
    fc.string(),
    fc.stringMatching(/^\[{0,2}[a-z()'.]{0,8}\]{0,2}$/),
    fc.constant('data:image/png;base64,'),
  );
  const value = fc.jsonValue({ stringUnit: 'grapheme' });
  const names = [
    'connectionParameters',
    'brandColor',
    'iconUri',
    'capabilities',
    'displayName',
    'backendService',
    'swagger',
  ];
  const any = fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(text, value)])), { requiredKeys: [] });
  fc.assert(
    fc.property(any, fc.boolean(), fc.boolean(), (properties, isWhole, isTemplate) => {
      const document = (isTemplate ? template : resource)({
        ...(JSON.parse(JSON.stringify(properties)) as JsonObject),
        ...(isWhole ? { swagger: SWAGGER } : {}),
      });
      try {
        kept(document);
      } catch (cause) {
        assert.ok(cause instanceof Failure, String(cause));
      }
    }),
  );
});

test('what was exported comes back', () => {
  const text = `iconBrandColor: "#0a7d55"
capabilities: [actions]
connection:
  parameters:
    token:
      type: oauthSetting
      displayName: "[sign in]"
      oauth:
        identityProvider: oauth2
        clientId: { secretRef: WEATHER_CLIENT_ID }
        clientSecret: { secretRef: WEATHER_CLIENT_SECRET }
        scopes: ["[a]"]
`;
  const exportable = loadExportable({ 'openapi.json': documentText(), 'connector.yaml': text, 'icon.png': PNG });
  const { files } = armLayout(exportable);
  const connector = kept(JSON.parse(Buffer.from(files.get('azuredeploy.json')!).toString()) as Json);
  assert.equal(connector.document.value, exportable.connector.openapi!.value);
  assert.equal(propertiesOf(connector), exportable.connector.properties!.value);
  assert.equal([...connector.others], [['icon.png', Buffer.from(PNG)]]);
  assert.equal(connector.losses, []);
  assert.equal(connector.notes, [
    'Secure parameter "weatherClientId" is left out; WEATHER_CLIENT_ID stands for it',
    'Secure parameter "weatherClientSecret" is left out; WEATHER_CLIENT_SECRET stands for it',
  ]);
});

test.run();
