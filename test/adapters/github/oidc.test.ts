import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { audienceOf, exchangeIdToken, type TokenPurpose } from '../../../src/adapters/github/oidc.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { parseScope } from '../../../src/domain/scope.ts';

const test = suite('adapters/github/oidc');

const TEXT = '11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222/westeurope';
const scope = parseScope(TEXT)!;
const release = `sha256:${'a'.repeat(64)}` as Digest;

async function registryThatAnswers(status: number, body: string) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      bodies.push(text);
      response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const purpose: TokenPurpose = { registry: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, scope };
  return {
    purpose,
    bodies,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (cause) {
    assert.instance(cause, Failure);
    return cause as Failure;
  }
  throw new Error('it did not fail');
}

const idToken = async (audience: string) => `token for ${audience}`;

test('the audience names registry, scope and purpose', () => {
  const registry = 'https://registry.example';
  assert.is(audienceOf({ registry, scope }), `https://registry.example/v1/scopes/${TEXT}?read`);
  assert.is(audienceOf({ registry, scope, release }), `https://registry.example/v1/scopes/${TEXT}?release=${release}`);
});

test('an identity token is exchanged for one of the registry', async () => {
  await using registry = await registryThatAnswers(200, '{"token":"abc","expiresAt":"2030-01-01T00:00:00Z"}');
  assert.equal(await exchangeIdToken({ ...registry.purpose, release }, idToken), {
    token: 'abc',
    expiresAt: Date.parse('2030-01-01T00:00:00Z'),
  });
  const token = `token for ${audienceOf({ ...registry.purpose, release })}`;
  assert.equal(JSON.parse(registry.bodies[0]!), { token, scope: TEXT, purpose: 'publish', release });
});

test('a refusal says why', async () => {
  await using registry = await registryThatAnswers(403, '{"detail":"No binding for repository 7"}');
  const failure = await failureOf(exchangeIdToken(registry.purpose, idToken));
  assert.is(failure.kind, 'refused');
  assert.match(failure.message, 'gives no token (HTTP 403): No binding for repository 7');
});

const RUBBISH: readonly (readonly [string, number, string])[] = [
  ['a page', 200, '<html>'],
  ['half an answer', 200, '{"token":"a'],
  ['an answer without a token', 200, '{}'],
  ['an answer without an end', 200, '{"token":"a","expiresAt":"tomorrow"}'],
  ['a redirect', 302, '{}'],
  ['an error', 503, '{}'],
];
for (const [name, status, body] of RUBBISH) {
  test(`${name} is no token`, async () => {
    await using registry = await registryThatAnswers(status, body);
    assert.ok(['unavailable', 'refused'].includes((await failureOf(exchangeIdToken(registry.purpose, idToken))).kind));
  });
}

test('no identity token leaves the machine in clear text', async () => {
  let asked = 0;
  const counting = async () => String((asked += 1));
  const failure = await failureOf(exchangeIdToken({ registry: 'http://registry.example', scope }, counting));
  assert.is(failure.kind, 'refused');
  assert.is(asked, 0);
});

test('a job without the permission is told which one', async () => {
  const refusing = async () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL'));
  const failure = await failureOf(exchangeIdToken({ registry: 'http://localhost', scope }, refusing));
  assert.match(failure.hint!, 'id-token: write');
});

test.run();
