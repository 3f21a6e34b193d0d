import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { propertiesFromNative } from '../../src/convert/native.ts';

const test = suite('convert/native-places');

const { pointerOf } = propertiesFromNative({
  publisher: 'Contoso',
  capabilities: ['actions'],
  connection: {
    parameters: {
      api_key: {
        displayName: 'Key',
        required: true,
        choices: [{ text: 'A', value: 'a' }],
        allowedValues: [{ value: 1, displayName: 'One' }],
      },
      bare: {},
      'a/b~c': { type: 'string' },
      token: {
        oauth: {
          clientId: { secretRef: 'ID' },
          customParameters: {
            tokenUrl: 'https://t',
            key: { secretRef: 'KEY' },
            long: { value: { secretRef: 'LONG' }, extra: { o: [1] } },
          },
          additionalParameters: { us: { applicableWhen: [{ parameter: 'r' }] } },
        },
        extra: { uiDefinition: { schema: { type: 'x' }, constraints: { hidden: true } } },
      },
      wrong: 'text',
    },
    parameterSets: { displayName: 'D', sets: [{ name: 'n', displayName: 'S', parameters: { p: { type: 'int' } } }] },
  },
  policies: [
    {
      template: 't',
      operations: ['A'],
      parameters: { name: 'n', triggerConfig: { since: 'x' } },
      extra: { parameters: { other: { deep: 1 } } },
    },
  ],
  script: { operations: ['A'] },
  extra: { iconBrandColor: 7, unknown: { a: [1] } },
});

const KEY = '/connection/parameters/api_key';
const TOKEN = '/connection/parameters/token';
const SET = '/connection/parameterSets/sets/0';

for (const [published, native] of [
  ['', ''],
  ['/publisher', '/publisher'],
  ['/publisher/deeper', '/publisher'],
  ['/stackOwner', ''],
  ['/capabilities/0', '/capabilities/0'],
  ['/capabilities/5', '/capabilities'],
  ['/iconBrandColor', '/extra/iconBrandColor'],
  ['/unknown/a/0', '/extra/unknown/a/0'],
  ['/unknown/b', '/extra/unknown'],
  ['/never', ''],
  ['/scriptOperations', '/script/operations'],
  ['/scriptOperations/0', '/script/operations/0'],
  ['/connectionParameters', '/connection/parameters'],
  ['/connectionParameters/api_key', KEY],
  ['/connectionParameters/missing', '/connection/parameters'],
  ['/connectionParameters/wrong/type', '/connection/parameters/wrong'],
  ['/connectionParameters/a~1b~0c/type', '/connection/parameters/a~1b~0c/type'],
  ['/connectionParameters/api_key/uiDefinition', KEY],
  ['/connectionParameters/api_key/uiDefinition/displayName', `${KEY}/displayName`],
  ['/connectionParameters/api_key/uiDefinition/constraints', KEY],
  ['/connectionParameters/api_key/uiDefinition/constraints/required', `${KEY}/required`],
  ['/connectionParameters/api_key/uiDefinition/constraints/allowedValues/0/text', `${KEY}/choices/0/text`],
  ['/connectionParameters/api_key/allowedValues/0/uiDefinition/displayName', `${KEY}/allowedValues/0/displayName`],
  ['/connectionParameters/api_key/oAuthSettings/clientId', KEY],
  ['/connectionParameters/bare/type', '/connection/parameters/bare'],
  ['/connectionParameters/token/oAuthSettings/clientId/secretRef', `${TOKEN}/oauth/clientId/secretRef`],
  ['/connectionParameters/token/oAuthSettings/clientSecret', `${TOKEN}/oauth`],
  ['/connectionParameters/token/oAuthSettings/customParameters/tokenUrl', `${TOKEN}/oauth/customParameters/tokenUrl`],
  [
    '/connectionParameters/token/oAuthSettings/customParameters/tokenUrl/value',
    `${TOKEN}/oauth/customParameters/tokenUrl`,
  ],
  [
    '/connectionParameters/token/oAuthSettings/customParameters/key/value/secretRef',
    `${TOKEN}/oauth/customParameters/key/secretRef`,
  ],
  [
    '/connectionParameters/token/oAuthSettings/customParameters/long/value/secretRef',
    `${TOKEN}/oauth/customParameters/long/value/secretRef`,
  ],
  [
    '/connectionParameters/token/oAuthSettings/customParameters/long/o/0',
    `${TOKEN}/oauth/customParameters/long/extra/o/0`,
  ],
  ['/connectionParameters/token/oAuthSettings/customParameters/refreshUrl', `${TOKEN}/oauth/customParameters`],
  [
    '/connectionParameters/token/oAuthSettings/additionalParameters/us/applicableWhen/0/parameter',
    `${TOKEN}/oauth/additionalParameters/us/applicableWhen/0/parameter`,
  ],
  ['/connectionParameters/token/uiDefinition/schema/type', `${TOKEN}/extra/uiDefinition/schema/type`],
  ['/connectionParameters/token/uiDefinition/constraints/hidden', `${TOKEN}/extra/uiDefinition/constraints/hidden`],
  ['/connectionParameters/token/uiDefinition/constraints/required', TOKEN],
  ['/connectionParameterSets/uiDefinition/displayName', '/connection/parameterSets/displayName'],
  ['/connectionParameterSets/values/0/uiDefinition/displayName', `${SET}/displayName`],
  ['/connectionParameterSets/values/0/metadata/allowSharing', SET],
  ['/connectionParameterSets/values/0/parameters/p/type', `${SET}/parameters/p/type`],
  ['/connectionParameterSets/values/7', '/connection/parameterSets/sets'],
  ['/policyTemplateInstances/0/templateId', '/policies/0/template'],
  ['/policyTemplateInstances/0/parameters', '/policies/0/parameters'],
  ['/policyTemplateInstances/0/parameters/x-ms-apimTemplate-operationName/0', '/policies/0/operations/0'],
  ['/policyTemplateInstances/0/parameters/x-ms-apimTemplate-policySection', '/policies/0'],
  ['/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.name', '/policies/0/parameters/name'],
  ['/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.value', '/policies/0/parameters'],
  [
    '/policyTemplateInstances/0/parameters/x-ms-apimTemplateParameter.triggerConfig/since',
    '/policies/0/parameters/triggerConfig/since',
  ],
  ['/policyTemplateInstances/0/parameters/other/deep', '/policies/0/extra/parameters/other/deep'],
] as const) {
  test(`${published === '' ? 'the whole' : published} is at ${native === '' ? 'the whole' : native}`, () => {
    assert.is(pointerOf(published), native);
  });
}

test.run();
