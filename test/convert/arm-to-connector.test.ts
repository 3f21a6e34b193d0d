import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { customApisIn } from '../../src/convert/arm-resources.ts';
import { connectorFromArm, type ConnectorFromArm, type NoConnector } from '../../src/convert/arm-to-connector.ts';
import type { Json, JsonObject } from '../../src/domain/json.ts';

const test = suite('convert/arm-to-connector');

const SWAGGER: JsonObject = { swagger: '2.0', info: { title: 'Weather', version: '1' }, paths: {} };
const template = (properties: JsonObject): JsonObject => ({
  parameters: { secret: { type: 'secureString' }, document: { type: 'object' } },
  variables: { settings: { deep: { key: "[parameters('secret')]" } } },
  resources: [{ type: 'Microsoft.Web/customApis', name: 'weather', properties: { swagger: SWAGGER, ...properties } }],
});

function read(document: Json): ConnectorFromArm | NoConnector {
  const [found] = customApisIn(document);
  assert.ok(found, 'there is a resource');
  return connectorFromArm(document, found, (name) => name.toUpperCase());
}

function connectorOf(properties: JsonObject): ConnectorFromArm {
  const made = read(template(properties));
  if ('why' in made) throw new Error(made.why);
  return made;
}

const SECRET = "[parameters('secret')]";

// What stands there is no reference to a secret for any reader of a connector.
const MISPLACED: readonly (readonly [what: string, properties: JsonObject, place: string])[] = [
  ['the document', { swagger: { ...SWAGGER, host: SECRET } }, '/swagger/host'],
  [
    'a variable in the document',
    { swagger: { ...SWAGGER, 'x-a': "[variables('settings')]" } },
    '/swagger/x-a/deep/key',
  ],
  ['the title', { displayName: SECRET }, '/displayName'],
  ['the colour', { brandColor: SECRET }, '/brandColor'],
  ['the address of the service', { backendService: { serviceUrl: SECRET } }, '/backendService/serviceUrl'],
  ['the icon', { iconUri: SECRET }, '/iconUri'],
  [
    'what makers see',
    { connectionParameters: { key: { type: 'string', uiDefinition: { tooltip: SECRET } } } },
    '/connectionParameters/key/uiDefinition/tooltip',
  ],
];

for (const [what, properties, place] of MISPLACED) {
  test(`a secure parameter in ${what} is left out, and told`, () => {
    const made = connectorOf(properties);
    assert.not.match(JSON.stringify([made.openapi, made.properties]), 'secretRef');
    assert.equal(
      made.losses.map(({ pointer, construct }) => [pointer, construct]),
      [[`/resources/0/properties${place}`, 'securestring']],
    );
  });
}

test('a secure parameter is a reference where a connector has one', () => {
  const { properties, losses } = connectorOf({
    connectionParameters: {
      key: { type: 'securestring', defaultValue: SECRET },
      token: {
        type: 'oauthSetting',
        oAuthSettings: { clientSecret: SECRET, customParameters: { signature: { value: SECRET } } },
      },
    },
  });
  assert.is(JSON.stringify(properties).split('{"secretRef":"SECRET"}').length - 1, 3);
  assert.equal(losses, []);
});

const NONE: readonly (readonly [what: string, document: Json, why: RegExp])[] = [
  [
    'in a nested template',
    {
      resources: [
        {
          type: 'Microsoft.Resources/Deployments',
          properties: { template: { resources: { api: (template({})['resources'] as Json[])[0]! } } },
        },
      ],
    },
    /^it is in the nested template at \/resources\/0\/properties\/template$/,
  ],
  [
    'whose document only a deployment knows',
    template({ swagger: "[parameters('document')]" }),
    /^its OpenAPI document is the text "\[parameters\('document'\)\]"$/,
  ],
  ['whose document is a text', template({ swagger: '{"swagger": "2.0"}' }), /^its OpenAPI document is the text/],
  ['whose document is a secret', template({ swagger: SECRET }), /^its OpenAPI document is the text/],
  ['without a document', template({ swagger: null }), /^it has no "properties.swagger"$/],
];

for (const [what, document, why] of NONE) {
  test(`a resource ${what} is none that can be read, and the reason says so`, () => {
    const made = read(document);
    assert.match('why' in made ? made.why : '', why);
  });
}

test('a template that only links to others has none', () => {
  const links = { type: 'Microsoft.Resources/deployments', properties: { templateLink: { uri: 'https://a.example' } } };
  assert.equal(customApisIn({ resources: [links] }), []);
});

test('a template whose expressions make more text than a connector holds is read in bounded memory', () => {
  const variables: Record<string, Json> = { v0: 'x'.repeat(1000) };
  for (let index = 1; index < 11; index += 1)
    variables[`v${index}`] = `[concat(variables('v${index - 1}'), variables('v${index - 1}'))]`;
  const many = Object.fromEntries(
    Array.from({ length: 2000 }, (_, index) => [`k${index}`, `[concat(variables('v9'), '${index}')]`]),
  );
  const made = read({ ...template({ swagger: { ...SWAGGER, 'x-many': many } }), variables }) as ConnectorFromArm;
  assert.ok(JSON.stringify(made.openapi).length < 9 * 1024 * 1024);
  assert.ok(made.losses.length > 1900, 'each that is left out is told');
});

test('a template that names a long text in many places is refused', () => {
  const many = Array.from({ length: 1000 }, () => "[variables('long')]");
  const variables = { long: { text: 'x'.repeat(100_000) } };
  const made = read({ ...template({ swagger: { ...SWAGGER, 'x-many': many } }), variables });
  assert.match('why' in made ? made.why : '', 'its expressions make more than a connector holds');
});

test.run();
