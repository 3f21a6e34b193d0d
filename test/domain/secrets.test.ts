import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findSecrets } from '../../src/domain/secrets/find-secrets.ts';
import { maskLine } from '../../src/domain/secrets/mask-line.ts';
import { maskSecrets } from '../../src/domain/secrets/mask-secrets.ts';

// Put together here, so that nobody who scans this repository takes them for real ones.
const LETTERS = 'kW7rT2vQ9zB4mC8dF5gH2jN6pL3sX1yA0eUoRiMbVtZqJwKhDfGcSnPxYuElOaI5';
const letters = (length: number): string => LETTERS.repeat(3).slice(0, length);
const hex = (length: number): string => '3f9c2b7a5d1e80464b6d9f1a2c8e5703'.repeat(3).slice(0, length);
const TOKEN = hex(32).split('').toReversed().join('');
const capitals = (length: number): string => 'Q7RT2VXZB4MC6DF5GH2J'.repeat(2).slice(0, length);
const base64 = (text: string): string => btoa(text).replaceAll('=', '');
const jwt = (payload: object): string =>
  [base64('{"alg":"HS256","typ":"JWT"}'), base64(JSON.stringify(payload)), letters(43)].join('.');
const KIND = 'PRIVATE';
const pem = (separator: string): string =>
  [`-----BEGIN ${KIND} KEY-----`, `MIIE${letters(60)}`, letters(64), `-----END ${KIND} KEY-----`].join(separator);

/** Kind, a text that holds one, and the secret in it when that is not the whole. */
const SECRETS: readonly (readonly [kind: string, text: string, secret?: string])[] = [
  ['a GitHub token', `ghp_${letters(36)}`],
  ['a GitHub token', `github_pat_${letters(22)}_${letters(59)}`],
  ['a GitLab token', `glpat-${letters(20)}`],
  ['an AWS access key id', `AKIA${capitals(16)}`],
  ['an AWS secret access key', `aws_secret_access_key = ${letters(40)}`, letters(40)],
  ['an Azure storage key', `${letters(86)}==`],
  ['an Azure storage connection string', `AccountName=a;AccountKey=${letters(86)}==;`, `${letters(86)}==`],
  ['an Azure connection string', `SharedAccessKeyName=a;SharedAccessKey=${letters(43)}=`, `${letters(43)}=`],
  ['a shared access signature', `https://a.example/b?sv=2024&sp=r&sig=${letters(43)}%3D`, `${letters(43)}%3D`],
  ['an Azure function key', `${letters(44)}AzFu${letters(6)}==`],
  ['an Azure search key', `${letters(42)}AzSe${letters(6)}`],
  ['an Azure DevOps token', `${letters(76)}AZDO${letters(4)}`],
  ['a Microsoft Entra client secret', `kW78Q~${letters(34)}`],
  ['a Slack token', `xoxb-1234509876-${letters(24)}`],
  ['a Slack webhook', `hooks.slack.com/services/T0AB12CD3/B0AB12CD3/${letters(24)}`],
  ['a Stripe live key', `sk_live_${letters(24)}`],
  ['a webhook signing secret', `whsec_${letters(32)}`],
  ['a Google API key', `AIza${letters(35)}`],
  ['a Google client secret', `GOCSPX-${letters(28)}`],
  ['a Google access token', `ya29.${letters(60)}`],
  ['an OpenAI-like key', `sk-proj-${letters(48)}`],
  ['a Twilio API key', `SK${hex(32)}`],
  ['a Twilio account with its token', `AC${hex(32)}:${TOKEN}`, TOKEN],
  ['a SendGrid key', `SG.${letters(22)}.${letters(43)}`],
  ['a Mailgun key', `key-${hex(32)}`],
  ['a Mailchimp key', `${hex(32)}-us12`],
  ['a HubSpot token', `pat-na1-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`],
  ['a Shopify token', `shpat_${hex(32)}`],
  ['a DigitalOcean token', `dop_v1_${hex(64)}`],
  ['a Databricks token', `dapi${hex(32)}`],
  ['a Postman key', `PMAK-${hex(24)}-${hex(34)}`],
  ['a Linear key', `lin_api_${letters(40)}`],
  ['a Notion token', `secret_${letters(43)}`],
  ['an Airtable token', `pat${letters(14)}.${hex(64)}`],
  ['an Atlassian token', `ATATT3${letters(80)}`],
  ['a Hugging Face token', `hf_${letters(64).replace(/\d/g, '').slice(0, 34)}`],
  ['an npm token', `npm_${letters(36)}`],
  ['an npm token', `//registry.npmjs.org/:_authToken=${letters(36)}`, letters(36)],
  ['a PyPI token', `pypi-${letters(60)}`],
  ['a Docker token', `dckr_pat_${letters(27)}`],
  ['a Telegram bot token', `1029384756:AA${letters(33)}`],
  ['a Discord webhook', `https://discord.com/api/webhooks/102938475610293847/${letters(64)}`, letters(64)],
  ['a Teams webhook', `https://a.webhook.office.com/webhookb2/b/IncomingWebhook/${hex(32)}/c`, hex(32)],
  ['an Azure function key', `https://a.azurewebsites.net/api/Pets?code=${letters(20)}`, letters(20)],
  ['an Azure function key', `https://api.example.com/v1?a=b&code=${letters(54)}==`, `${letters(54)}==`],
  ['an Azure function key', `https://a.example/?x\\u0026code=${letters(54)}%3D%3D`, `${letters(54)}%3D%3D`],
  ['a secret in a URL', `https://a.example/token?client_secret=${letters(20)}&a=b`, letters(20)],
  ['a secret in a URL', `/token?grant=x&amp;client_secret=${hex(32)}`, hex(32)],
  ['a secret in a URL', `https://a.example/pets?api_key=${letters(16)}`, letters(16)],
  ['a secret in a URL', `?Ocp-Apim-Subscription-Key=${hex(32)}`, hex(32)],
  ['a secret in a URL', `?a=1\\u0026apikey=${hex(32)}`, hex(32)],
  ['a signed token (JWT)', jwt({ sub: 'svc-pets', scope: 'write' })],
  ['a header with user and password', `Basic ${base64('svc-pets:kW7rT2vQ9z')}`, base64('svc-pets:kW7rT2vQ9z')],
  ['a password in a URL', 'https://svc:kW7rT2@api.contoso.com', 'kW7rT2'],
  ['a password in a connection string', 'Server=db;User Id=svc;Password=kW7rT2vQ;', 'kW7rT2vQ'],
  ['a private key', pem('\n'), pem('\n').split('\n').slice(1, 3).join('\n')],
  ['a private key', pem('\\n'), pem('\\n').split('\\n').slice(1, 3).join('\\n')],
];

const NO_SECRETS = [
  `ghp_${'x'.repeat(36)}`,
  'ghp_YourPersonalAccessTokenGoesRightHere1234567',
  'AKIAIOSFODNN7EXAMPLE',
  'AccountKey=<your-account-key>;EndpointSuffix=core.windows.net',
  '?sig={{signature}}&se=2030',
  'sk-some-very-long-name-of-a-kebab-case-thing-that-is-none',
  jwt({ sub: '1234567890', name: 'John Doe', iat: 1516239022 }),
  jwt({ iss: 'joe', exp: 1300819380 }),
  `Basic ${base64('username:password')}`,
  'Basic authentication with a user and a password',
  'https://user:password@host.example, https://{user}:{password}@host, https://<user>:<secret>@host',
  'mailto:a@b.example, https://api.example.com/users/@me, @connectionParameters("a")',
  'Server=db;Password=<password>;',
  `-----BEGIN ${KIND} KEY-----\nMIIE...\n-----END ${KIND} KEY-----`,
  `sha512-${letters(86)}==`,
  `https://a.example/${letters(30)}`,
  'https://a.example/token?client_secret={ClientSecret}&code={Code}&api_key=$(key)',
  'https://a.example/token?client_secret=YOUR_CLIENT_SECRET_1&api_key=your-api-key-1',
  'https://a.example/callback?code=4/P7q7W91a-oMsCeLvIaQm6bTrgtp7&state=1',
  'https://a.example/pets?api_key=special-key&access_token=the-token-of-the-user',
  `https://a.example/pets?access_token=${jwt({ iss: 'joe', exp: 1300819380 })}`,
  `https://a.example/pets?apikey=sk_test_${letters(24)}`,
  `https://a.example/pets?api_key=1234567890abcdef12`,
  `https://a.azurewebsites.net/api/Pets?code=<function key>&code=${'x'.repeat(54)}==`,
  '#/definitions/GetRowsFromTheTableWithTheLongestName',
];

const test = suite('domain/secrets');

for (const [kind, text, secret = text] of SECRETS) {
  test(`${kind} is found: ${text.slice(0, 12)}`, () => {
    for (const before of ['', '"', 'Use ', 'x '.repeat(50)]) {
      const whole = `${before}${text}" and\nmore`;
      const found = findSecrets(whole);
      assert.equal(
        found.map((one) => [one.kind, whole.slice(one.start, one.end)]),
        [[kind, secret]],
      );
      assert.not.ok(maskSecrets(whole).includes(secret.slice(0, 5)) && secret.length > 5, maskSecrets(whole));
    }
  });
}

for (const text of NO_SECRETS) test(`no secret: ${text.slice(0, 60)}`, () => assert.equal(findSecrets(text), []));

test('several secrets of one text are found in their order, wherever they stand', () => {
  const one = `ghp_${letters(36)}`;
  const two = `AKIA${capitals(16)}`;
  const piece = fc.constantFrom(' ', '\n', '"', 'a', '-', '=', 'word ', 'https://a.example/b?c=d ');
  fc.assert(
    fc.property(fc.array(piece), fc.array(piece), (before, between) => {
      const text = `${before.join('')} ${one} ${between.join('')} ${two}`;
      assert.equal(
        findSecrets(text).map(({ start, end }) => text.slice(start, end)),
        [one, two],
      );
    }),
  );
});

test('a line is shown without what a key that names a secret is given, and keeps its length', () => {
  const lines = {
    '        clientSecret: hunter2000': '        clientSecret: hunt******',
    '"clientSecret": "hunter2000",': '"clientSecret": "hunt******",',
    '  clientSecret: { secretRef: hunter2000 }': '  clientSecret: { secretRef: hunt****** }',
    '  clientSecret: { secretRef: NAME }': '  clientSecret: { secretRef: NAME }',
    '  title: Pets': '  title: Pets',
    [`  example: ghp_${letters(36)}`]: `  example: ghp_${'*'.repeat(36)}`,
  };
  for (const [line, shown] of Object.entries(lines)) assert.is(maskLine(line, 4), shown);
  const minified = `{${'"a":1,'.repeat(10_000)}"clientSecret":"hunter2000"}`;
  assert.ok(maskLine(minified, minified.length - 5).endsWith('"clientSecret":"hunt******"}'));
});

// Each of these was chosen against one of the expressions.
const HOSTILE = [
  'eyJ'.repeat(200_000),
  'A'.repeat(1_000_000),
  `${'A'.repeat(4000)} `.repeat(250),
  'sk-'.repeat(300_000),
  'sig='.repeat(250_000),
  '?code='.repeat(170_000),
  `${'?code=a'.repeat(10)}azurewebsites.net/`.repeat(10_000),
  `&api_key=${'a'.repeat(300)}`.repeat(3000),
  '://a:'.repeat(200_000),
  '@'.repeat(1_000_000),
  `://${'a'.repeat(300)}:@`.repeat(3000),
  'Password='.repeat(100_000),
  'Server=a;'.repeat(100_000),
  '-----BEGIN PRIVATE KEY-----'.repeat(40_000),
  `-----BEGIN PRIVATE KEY-----${'\\n'.repeat(400_000)}`,
  'secret_access_key'.repeat(60_000),
  'KEY-----'.repeat(120_000),
  'Basic AAAA '.repeat(90_000),
];

for (const text of HOSTILE) {
  test(`a hostile text is looked through: ${text.slice(0, 20)}`, () => assert.equal(findSecrets(text), []));
}

test.run();
