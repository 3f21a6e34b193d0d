import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonObject } from '../../../src/domain/json.ts';
import { authenticationView } from '../../../src/server/catalog/authentication-view.ts';

const test = suite('server/catalog/authentication-view');

const field = (type: string, constraints: JsonObject = {}): JsonObject => ({ type, uiDefinition: { constraints } });
const oauth = (identityProvider: string): JsonObject => ({
  type: 'oauthSetting',
  oAuthSettings: {
    identityProvider,
    clientSecret: { secretRef: 'SECRET' },
    scopes: ['read', 'write'],
    customParameters: { AuthorizationUrl: { value: 'https://login.example.com/authorize' } },
  },
});

const titles: readonly (readonly [string, JsonObject, readonly string[]])[] = [
  ['no parameters are no authentication', {}, []],
  ['one secret is an API key', { api_key: field('securestring') }, ['API key']],
  [
    'user name and password',
    { username: field('string'), password: field('securestring') },
    ['User name and password'],
  ],
  ['several secrets', { a: field('securestring'), b: field('securestring') }, ['Several secrets']],
  ['text alone is a setting', { site: field('string') }, ['Connection settings']],
  ['generic OAuth', { token: oauth('oauth2generic') }, ['Sign in with OAuth 2.0']],
  [
    'a provider by its name',
    { token: oauth('aad'), 'token:TenantId': field('string', { hidden: 'true' }) },
    ['Sign in with Microsoft Entra ID'],
  ],
  ['an unknown provider as written', { token: oauth('DocuSign') }, ['Sign in with DocuSign']],
];
for (const [name, connectionParameters, want] of titles) {
  test(name, () => {
    const { choices } = authenticationView({ connectionParameters });
    assert.equal(
      choices.shown.map((choice) => choice.title),
      want,
    );
  });
}

test('a maker enters what is not hidden, in the author’s order, in plain words', () => {
  const { choices } = authenticationView({
    connectionParameters: {
      site: {
        type: 'string',
        defaultValue: 'eu',
        uiDefinition: {
          displayName: 'Site',
          constraints: { required: 'true', allowedValues: [{ text: 'Europe', value: 'eu' }] },
        },
      },
      secret: { type: 'securestring', uiDefinition: { tooltip: 'From your profile', constraints: { required: true } } },
      internal: field('string', { hidden: true }),
      gate: field('gatewaySetting'),
    },
  });
  assert.equal(
    choices.shown[0]?.fields.shown.map(({ name, label, type, required, fallback, description, choices }) => [
      name,
      label,
      type,
      required,
      fallback,
      description,
      choices.shown,
    ]),
    [
      ['site', 'Site', 'text', true, 'eu', undefined, ['Europe']],
      ['secret', undefined, 'secret text', true, undefined, 'From your profile', []],
      ['gate', undefined, 'on-premises data gateway', false, undefined, undefined, []],
    ],
  );
});

test('OAuth says provider, scopes and address, and never the secret', () => {
  const view = authenticationView({ connectionParameters: { token: oauth('oauth2') } });
  assert.equal(view.choices.shown[0]?.oauth, [
    {
      provider: 'OAuth 2.0',
      scopes: { shown: ['read', 'write'], more: 0 },
      authorizationUrl: 'https://login.example.com/authorize',
    },
  ]);
  assert.not.match(JSON.stringify(view), /SECRET/);
});

test('sets are choices with the author’s words, and win over single parameters', () => {
  const { choices } = authenticationView({
    connectionParameters: { old: field('securestring') },
    connectionParameterSets: {
      values: [
        {
          name: 'key',
          uiDefinition: { displayName: 'With a key', description: 'For services' },
          parameters: { key: field('securestring') },
        },
        { name: 'oauth', parameters: { token: oauth('github') } },
      ],
    },
  });
  assert.equal(
    choices.shown.map(({ title, description }) => [title, description]),
    [
      ['With a key', 'For services'],
      ['oauth', undefined],
    ],
  );
});

test('malformed properties are no crash', () => {
  for (const value of [
    null,
    3,
    'x',
    [],
    [null],
    { values: [null, 3, { parameters: [] }] },
    { a: null, b: 'x', c: { type: 7, uiDefinition: [] } },
  ]) {
    authenticationView({ connectionParameters: value, connectionParameterSets: value });
  }
});

test.run();
