import type { Json, JsonObject } from '../../src/domain/json.ts';

// Put together here, so that no scanner takes this file for a leak.
const body = 'q7Zk3XvB9mTn2LwR8cJd5HsF4gPy6AeU1oKi0';
/** Twelve kinds of secrets, by what they are. */
export const SECRETS: ReadonlyMap<string, string> = new Map([
  ['a GitHub token', `ghp_${body.slice(0, 36)}`],
  ['an AWS access key id', ['AKIA', 'QZ7XKV3BMTNLWR2C'].join('')],
  ['a Stripe live key', `sk_live_${body.slice(0, 24)}`],
  ['a Slack token', `xoxb-2713849560-${body.slice(0, 24)}`],
  ['a Google API key', `AIza${body.slice(0, 35)}`],
  ['a SendGrid key', `SG.${body.slice(0, 22)}.${body.slice(2, 37)}`],
  [
    'a signed token',
    `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${btoa('{"sub":"q7Zk3X","admin":1}').replaceAll('=', '')}.${body.slice(0, 30)}`,
  ],
  ['a Microsoft Entra client secret', `abC8Q~${body.slice(0, 34)}`],
  ['a password of no known form', 'Anch0r-down!'],
  ['a password with marks', 'pa$$ & "w0rd"/x+y='],
  ['a short password', 'k4ne'],
  ['a key in hexadecimal', '9f86d081884c7d659a2feaa0c55ad015'],
]);

/** Places where a place alone says that a value is a secret. */
const PLANTS: Readonly<Record<string, (secret: string) => { collection: JsonObject; environments?: JsonObject[] }>> = {
  'auth of the collection': (secret) => ({
    collection: { ...around([]), auth: { type: 'bearer', bearer: [{ key: 'token', value: secret }] } },
  }),
  'auth of a request': (secret) => withRequest({ auth: { type: 'apikey', apikey: { key: 'X-Key', value: secret } } }),
  'auth with user and password': (secret) =>
    withRequest({ auth: { type: 'basic', basic: { username: 'mate', password: secret } } }, btoaText(`mate:${secret}`)),
  'auth that no connector has': (secret) =>
    withRequest({ auth: { type: 'awsv4', awsv4: { accessKey: 'k', secretKey: secret, region: 'eu' } } }),
  'auth with a sign-in': (secret) =>
    withRequest({
      auth: {
        type: 'oauth2',
        oauth2: {
          authUrl: 'https://login.contoso.com/a',
          accessTokenUrl: 'https://login.contoso.com/t',
          clientSecret: secret,
          refreshToken: secret,
        },
      },
    }),
  'an environment': (secret) => ({
    ...withRequest({ auth: { type: 'bearer', bearer: { token: '{{word}}' } } }),
    environments: [{ name: 'e', values: [{ key: 'word', value: secret, type: 'secret', enabled: true }] }],
  }),
  'a variable that is switched off': (secret) => ({
    collection: { ...withRequest({}).collection, variable: [{ key: 'apiToken', value: secret, disabled: true }] },
  }),
  'a header': (secret) => withRequest({ header: [{ key: 'X-Api-Key', value: secret }] }),
  'a header as text': (secret) => withRequest({ header: `Authorization: Bearer ${secret}\nX-Other: 1` }),
  'a header that is switched off': (secret) =>
    withRequest({ header: [{ key: 'Authorization', value: `Bearer ${secret}`, disabled: true }] }),
  'a query parameter': (secret) =>
    withRequest({ url: `https://api.contoso.com/things?access_token=${encodeURIComponent(secret)}&a=1` }),
  'the address': (secret) => withRequest({ url: `https://mate:${encodeURIComponent(secret)}@api.contoso.com/things` }),
  'a form field': (secret) =>
    withRequest({ method: 'POST', body: { mode: 'urlencoded', urlencoded: [{ key: 'password', value: secret }] } }),
  'a JSON body': (secret) =>
    withRequest({ method: 'POST', body: { mode: 'raw', raw: JSON.stringify({ login: { client_secret: secret } }) } }),
  'variables of GraphQL': (secret) =>
    withRequest({
      method: 'POST',
      body: {
        mode: 'graphql',
        graphql: { query: `{ a(b: ${JSON.stringify(secret)}) }`, variables: JSON.stringify({ password: secret }) },
      },
    }),
  'a saved response': (secret) => ({
    collection: around([
      {
        ...request({}, secret),
        response: [{ name: `Got ${secret} back`, code: 200, body: JSON.stringify({ session_token: secret }) }],
      },
    ]),
  }),
};

/** Every text that people read says the secret once more: it must go there too. */
function request(given: JsonObject, secret: string): JsonObject {
  return {
    name: `Fetch with ${secret}`,
    request: {
      method: 'GET',
      url: 'https://api.contoso.com/things',
      description: `Send ${secret} as the key`,
      ...given,
    },
  };
}

let planted = '';

function withRequest(given: JsonObject, also = ''): { collection: JsonObject } {
  return { collection: around([request(given, `${planted} ${also}`.trim())]) };
}

function around(item: readonly Json[]): JsonObject {
  const description = `Call it with ${planted}, please`;
  const items = item.length > 0 ? item : [request({}, planted)];
  return { info: { name: 'Harbour', description }, item: [{ name: `Key ${planted}`, description, item: items }] };
}

function btoaText(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** The ways in which a text may hold a secret. */
export const formsOf = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
  btoaText(`mate:${secret}`),
];

/** The names of the places. */
export const PLACES: readonly string[] = Object.keys(PLANTS);

export interface Planted {
  readonly collection: JsonObject;
  readonly environments: readonly JsonObject[];
}

/** A collection, and environments for it, with a secret in a place and in every text that people read. */
export function plantedIn(place: string, secret: string): Planted {
  planted = secret;
  const { collection, environments = [] } = PLANTS[place]!(secret);
  return { collection, environments };
}
