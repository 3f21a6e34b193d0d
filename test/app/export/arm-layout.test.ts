import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { armLayout, type ArmLayoutOptions } from '../../../src/app/export/arm-layout.ts';
import type { Exported } from '../../../src/app/export/exported.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { valueAt } from '../../../src/domain/pointer.ts';
import type { Json } from '../../../src/domain/json.ts';
import { documentText, loadExportable } from './load-exportable.ts';

const test = suite('app/export/arm-layout');

type Files = Readonly<Record<string, string | Uint8Array>>;

const exported = (files: Files, options?: ArmLayoutOptions): Exported => armLayout(loadExportable(files), options);
const jsonOf = ({ files }: Exported, name: string): Json =>
  JSON.parse(Buffer.from(files.get(name)!).toString()) as Json;
const templateOf = (one: Exported): Json => jsonOf(one, 'azuredeploy.json');
const resourceOf = (one: Exported): Json => valueAt(templateOf(one), '/resources/0/properties')!;
const messagesOf = ({ losses }: Exported): string[] => losses.map(({ message }) => message);

const NATIVE = (text: string, more?: Readonly<Record<string, unknown>>): Files => ({
  'openapi.json': documentText(more),
  'connector.yaml': `iconBrandColor: "#0a7d55"\n${text}`,
});

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('a connector becomes a template that says everything', () => {
  const one = exported({ ...NATIVE('capabilities: [actions]\n'), 'icon.png': PNG });
  assert.equal([...one.files.keys()], ['azuredeploy.json', 'azuredeploy.parameters.json']);
  const template = templateOf(one);
  assert.is(
    valueAt(template, '/$schema'),
    'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  );
  assert.is(valueAt(template, '/contentVersion'), '1.0.0.0');
  assert.equal(valueAt(template, '/parameters/name/defaultValue'), 'weather');
  assert.equal(valueAt(template, '/parameters/location/defaultValue'), '[resourceGroup().location]');
  assert.is(valueAt(template, '/resources/0/type'), 'Microsoft.Web/customApis');
  assert.is(valueAt(template, '/resources/0/apiVersion'), '2016-06-01');
  assert.is(valueAt(template, '/outputs/id/value'), "[resourceId('Microsoft.Web/customApis', parameters('name'))]");
  const { swagger, ...properties } = resourceOf(one) as Record<string, Json>;
  assert.equal(swagger, JSON.parse(documentText()));
  assert.equal(properties, {
    apiType: 'Rest',
    displayName: 'Weather',
    description: 'Tells the weather of a place.',
    iconUri: `data:image/png;base64,${Buffer.from(PNG).toString('base64')}`,
    brandColor: '#0a7d55',
    capabilities: ['actions'],
    backendService: { serviceUrl: "[parameters('serviceUrl')]" },
    connectionParameters: {},
  });
  assert.is(valueAt(template, '/parameters/serviceUrl/defaultValue'), 'https://api.contoso.com/v1');
  assert.equal(one.losses, []);
});

test('the same connector gives the same bytes', () => {
  const files = NATIVE('connection: { parameters: { key: { type: securestring } } }\n');
  assert.equal(exported(files), exported(files));
});

test('name and location of one’s own are defaults of the template', () => {
  const one = exported(NATIVE(''), { name: 'weather-test', location: 'westeurope' });
  assert.is(valueAt(templateOf(one), '/parameters/name/defaultValue'), 'weather-test');
  assert.is(valueAt(templateOf(one), '/parameters/location/defaultValue'), 'westeurope');
  assert.is(valueAt(jsonOf(one, 'azuredeploy.parameters.json'), '/parameters/location/value'), 'westeurope');
});

const OAUTH = `connection:
  parameters:
    token:
      type: oauthSetting
      oauth:
        identityProvider: oauth2
        clientId: 1234
        clientSecret: { secretRef: WEATHER_CLIENT_SECRET }
        scopes: [read]
        redirectMode: GlobalPerConnector
        customParameters:
          tokenUrl: https://login.contoso.com/token
          signature: { secretRef: WEATHER_SIGNATURE }
`.replace('1234', '"1234"');

test('every secret is a secure parameter without default, and a placeholder in the parameters file', () => {
  const one = exported(NATIVE(OAUTH));
  assert.equal(valueAt(resourceOf(one), '/connectionParameters/token/oAuthSettings'), {
    identityProvider: 'oauth2',
    scopes: ['read'],
    customParameters: {
      tokenUrl: { value: 'https://login.contoso.com/token' },
      signature: { value: "[parameters('weatherSignature')]" },
    },
    clientId: "[parameters('clientId')]",
    clientSecret: "[parameters('weatherClientSecret')]",
  });
  for (const name of ['weatherSignature', 'weatherClientSecret']) {
    assert.is(valueAt(templateOf(one), `/parameters/${name}/type`), 'securestring');
    assert.is(valueAt(templateOf(one), `/parameters/${name}/defaultValue`), undefined);
  }
  const values = valueAt(jsonOf(one, 'azuredeploy.parameters.json'), '/parameters');
  assert.equal(valueAt(values, '/weatherClientSecret'), { value: '<value of WEATHER_CLIENT_SECRET>' });
  assert.equal(valueAt(values, '/clientId'), { value: '1234' });
});

test('a secret that stands in a file reaches no byte of the template', () => {
  const secret = 'hq8Q~verysecretvalue.of.an.app';
  const properties = {
    connectionParameters: {
      token: { type: 'oauthSetting', oAuthSettings: { identityProvider: 'aad', clientId: 'a', clientSecret: secret } },
      key: { type: 'securestring', defaultValue: secret },
      all: { type: 'secureobject', defaultValue: { secret } },
    },
  };
  const one = exported({
    'apiDefinition.swagger.json': documentText(),
    'apiProperties.json': JSON.stringify({ properties }),
  });
  for (const bytes of one.files.values()) assert.not.match(Buffer.from(bytes).toString(), secret);
  assert.match(messagesOf(one).join('\n'), 'The client secret of "token" is left out');
  assert.match(messagesOf(one).join('\n'), 'The default of the secure parameter "key"');
  assert.is(valueAt(resourceOf(one), '/connectionParameters/key/defaultValue'), "[parameters('keyDefault')]");
  assert.equal(valueAt(resourceOf(one), '/connectionParameters/all'), { type: 'secureobject' });
  assert.match(messagesOf(one).join('\n'), 'The default of the secure parameter "all" is left out');
});

test('a certificate needs no client secret', () => {
  const one = exported(NATIVE(OAUTH.replace('oauth2', 'aadcertificate').replace(/ +clientSecret.*\n/, '')));
  assert.is(valueAt(resourceOf(one), '/connectionParameters/token/oAuthSettings/clientSecret'), undefined);
});

test('nothing that a connector says is evaluated', () => {
  const hostile = "[listKeys(resourceId('Microsoft.Storage/storageAccounts', 'a'), '2019-06-01').keys[0].value]";
  const one = exported(
    NATIVE(
      `capabilities: ["${hostile}"]\nconnection:\n  parameters:\n    "[a]":\n      type: string\n      displayName: "${hostile}"\n`,
      {
        info: { title: hostile, description: hostile, version: '1' },
        host: '[evil]',
        definitions: { '[x]': { description: hostile } },
      },
    ),
  );
  const text = JSON.stringify(templateOf(one));
  assert.is(text.split(hostile).length - 1, 7);
  assert.is(text.split(`"[${hostile}`).length - 1, 7, 'each of them is escaped');
  assert.ok(valueAt(resourceOf(one), '/swagger/definitions/[[x]'));
  assert.ok(valueAt(resourceOf(one), '/connectionParameters/[[a]'));
});

const LOSSES: readonly (readonly [what: string, files: Files, message: string, place: string])[] = [
  [
    'publisher and stack owner',
    NATIVE('stackOwner: Contoso\n'),
    '"stackOwner" is left out: only Power Platform shows who publishes a connector',
    'weather/connector.yaml/stackOwner',
  ],
  [
    'a policy, with what to do instead',
    NATIVE('policies: [{ template: dynamichosturl, title: Own host, parameters: { urlTemplate: "https://x" } }]\n'),
    'The policy "Own host" is left out: Logic Apps runs no policy templates',
    'weather/connector.yaml/policies/0',
  ],
  [
    'custom code',
    { ...NATIVE('script: { operations: [GetDay] }\n'), 'script.csx': 'public class Script {}' },
    'The custom code for "GetDay" is left out: Logic Apps runs none',
    'weather/connector.yaml/script/operations',
  ],
  [
    'custom code that no operation names',
    { ...NATIVE(''), 'script.csx': 'public class Script {}' },
    'The custom code is left out: Logic Apps runs none',
    'weather/script.csx',
  ],
  [
    'a readme',
    { ...NATIVE(''), 'README.md': '# Weather' },
    'The readme is left out: the resource has no place for one',
    'weather/README.md',
  ],
  [
    'a key that says nothing',
    NATIVE('connection: { parameters: { key: { type: string, extra: { uiDefinition: null } } } }\n'),
    '"uiDefinition" of "key" is left out: it is null',
    'weather/connector.yaml/connection/parameters/key/extra/uiDefinition',
  ],
  [
    'a gateway',
    NATIVE('connection: { parameters: { gateway: { type: gatewaySetting } } }\n'),
    'The connection parameter "gateway" is left out: the resource knows no type "gatewaySetting"',
    'weather/connector.yaml/connection/parameters/gateway',
  ],
  [
    'a redirect mode',
    NATIVE(OAUTH),
    '"redirectMode" of "token" is left out: Logic Apps decides itself to which address people come back',
    'weather/connector.yaml/connection/parameters/token/oauth/redirectMode',
  ],
  [
    'what has no name in the resource',
    NATIVE('extra: { tier: Premium }\n'),
    '"tier" is left out: the resource has no property of this name',
    'weather/connector.yaml/extra/tier',
  ],
  [
    'environment variables',
    NATIVE('', { host: '@environmentVariables("contoso_host")' }),
    '"@environmentVariables("contoso_host")" is carried as it is: Logic Apps knows no environment variables',
    'weather/openapi.json/host',
  ],
];

for (const [what, files, message, place] of LOSSES) {
  test(`${what}: told with its place`, () => {
    const { losses } = exported(files);
    const found = losses.find((loss) => loss.message === message);
    assert.ok(found, JSON.stringify(losses));
    assert.is(`${found.file}${found.pointer}`, place);
  });
}

test('of several ways to connect the first is carried, and the others are told', () => {
  const set = (name: string): string => `      - { name: ${name}, parameters: { ${name}: { type: securestring } } }\n`;
  const one = exported(NATIVE(`connection:\n  parameterSets:\n    sets:\n${set('key')}${set('token')}`));
  assert.equal(valueAt(resourceOf(one), '/connectionParameters'), { key: { type: 'securestring' } });
  assert.equal(messagesOf(one), [
    'The parameter set "key" becomes the connection parameters: Logic Apps knows one way to connect',
    'The parameter set "token" is left out: Logic Apps knows one way to connect',
  ]);
});

test('an icon that makes the resource too large is left out, and told', () => {
  const icon = Buffer.concat([PNG, randomBytes(1024 * 1024)]);
  const one = exported({ ...NATIVE(''), 'icon.png': icon });
  assert.is(valueAt(resourceOf(one), '/iconUri'), undefined);
  assert.match(messagesOf(one).join('\n'), 'The icon is left out');
});

test('what Resource Manager would not take is refused with the reason', () => {
  const large = documentText({ definitions: { Large: { description: randomBytes(1100 * 1024).toString('base64') } } });
  assert.throws(
    () => exported({ ...NATIVE(''), 'openapi.json': large }),
    (cause: unknown) => cause instanceof Failure && cause.kind === 'refused' && /1 MB is the most/.test(cause.message),
  );
  const secrets = Array.from({ length: 260 }, (_, index) => `    s${index}: { secretRef: S${index} }`).join('\n');
  const many = OAUTH.replace(/ {10}signature.*\n/, `${secrets.replaceAll(/^ {4}/gm, '          ')}\n`);
  assert.throws(() => exported(NATIVE(many)), /parameters, and 256 are the most/);
});

test('a connector that cannot be read is refused with the reason', () => {
  assert.throws(
    () => exported({ 'apiDefinition.swagger.json': '{', 'apiProperties.json': '{}' }),
    /"weather" cannot be exported: /,
  );
});

test.run();
