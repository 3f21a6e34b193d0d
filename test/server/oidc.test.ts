import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { scopeText, type Scope } from '../../src/domain/scope.ts';
import { pathOf, SCOPE, scopeOf, withRegistry, type Answer, type Registry } from './harness.ts';
import { audience, BINDING, CLAIMS, sha256, withIssuer, type Issuer } from './issuer.ts';
import { commitCall, precondition } from './publishing.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/oidc');

const NOW = new Date('2026-03-01T12:00:00.000Z');
const SECONDS = NOW.getTime() / 1000;
const CONNECTORS = { weather: sample() };
const BODY = bodyOf(SCOPE);

interface World extends Registry {
  readonly issuer: Issuer;
  readonly exchange: (token: string, body?: string, scope?: Scope) => Promise<Answer>;
}

async function withWorld(work: (world: World) => Promise<void>, config: { signInsPerMinute?: number } = {}) {
  await withIssuer(NOW, async (issuer) => {
    const oidc = { issuer: issuer.url, jwksUrl: issuer.jwksUrl };
    await withRegistry(
      async (registry) => {
        await bind(registry, {});
        const exchange: World['exchange'] = (token, body, scope = SCOPE) =>
          registry.call('/v1/auth/github-oidc', {
            method: 'POST',
            body: {
              token,
              scope: scopeText(scope),
              purpose: body === undefined ? 'read' : 'publish',
              ...(body === undefined ? {} : { release: sha256(body) }),
            },
          });
        await work({ ...registry, issuer, exchange });
      },
      { oidc, ...config },
    );
  });
}

async function bind({ call, token }: Registry, change: Record<string, unknown>, scope = SCOPE): Promise<void> {
  const { subscription, region } = scope;
  const made = await call('/v1/bindings', {
    method: 'POST',
    token: await token({ role: 'operator', scope }),
    body: { ...BINDING, subscription, region, ...change },
  });
  assert.is(made.status, 201, made.text);
}

/** The bytes of a release body, as a client writes them. */
function bodyOf(scope: Scope): string {
  return JSON.stringify(commitCall({ token: '', connectors: CONNECTORS, scope, parent: null }).body);
}

const post = (world: World, token: string, body: string, scope = SCOPE): Promise<Answer> =>
  world.call(pathOf(scope, '/releases'), { method: 'POST', token, body, headers: precondition(null) });

// [what is wrong, code, what the token says, how it is signed]
const REFUSED: readonly (readonly [string, string, Record<string, unknown>, Parameters<Issuer['sign']>[1]?])[] = [
  ['is meant for somebody else', 'oidc/audience', { aud: 'https://registry.example/v1/scopes/other?read' }],
  ['is meant for several parties', 'oidc/audience', { aud: 'LIST' }],
  ['is meant for reading', 'oidc/audience', { aud: 'READ' }],
  ['is meant for nobody', 'oidc/claims', { aud: undefined }],
  ['is from another issuer', 'oidc/issuer', { iss: 'https://token.actions.example' }],
  ['is not signed', 'oidc/algorithm', {}, { alg: 'none' }],
  ['is signed with the public key as a secret', 'oidc/algorithm', {}, { alg: 'HS256' }],
  ['is signed by a stranger under a known key id', 'oidc/signature', {}, { alg: 'stranger' }],
  ['names a key that the issuer does not publish', 'oidc/unknown-key', {}, { kid: 'unknown' }],
  ['names no key', 'oidc/unknown-key', {}, { kid: '' }],
  ['has expired', 'oidc/expired', { exp: SECONDS - 60 }],
  ['is older than any is accepted', 'oidc/expired', { iat: SECONDS - 3600, exp: SECONDS + 3600 }],
  ['has no expiry', 'oidc/claims', { exp: undefined }],
  ['is not valid yet', 'oidc/not-yet', { nbf: SECONDS + 120 }],
  ['was issued in the future', 'oidc/not-yet', { iat: SECONDS + 120 }],
  ['has no id of its own', 'oidc/claims', { jti: undefined }],
  ['says no repository id', 'oidc/claims', { repository_id: undefined }],
  ['is from another repository of the same name', 'oidc/repository-changed', { repository_id: '1002' }],
  ['is from a repository that changed hands', 'oidc/repository-changed', { repository_owner_id: '78' }],
  [
    'is from a repository that nobody bound',
    'oidc/not-bound',
    { repository: 'fabrikam/connectors', repository_id: '5', repository_owner_id: '6' },
  ],
  [
    'is from another branch',
    'oidc/not-bound',
    { ref: 'refs/heads/topic', workflow_ref: CLAIMS.workflow_ref.replace('main', 'topic') },
  ],
  ['is from a tag of the same name', 'oidc/not-bound', { ref: 'refs/tags/main' }],
  ['is from another workflow', 'oidc/not-bound', { workflow_ref: CLAIMS.workflow_ref.replace('publish', 'test') }],
  [
    'is from a workflow of another repository',
    'oidc/not-bound',
    { workflow_ref: CLAIMS.workflow_ref.replace('contoso', 'fabrikam') },
  ],
  ['is from another environment', 'oidc/not-bound', { environment: 'test' }],
  ['is from a job without environment', 'oidc/not-bound', { environment: undefined }],
  ...['pull_request', 'pull_request_target', 'workflow_run', 'issue_comment'].map(
    (event): [string, string, Record<string, unknown>] => [
      `is from a run that ${event} started`,
      'oidc/event',
      { event_name: event },
    ],
  ),
];

const audiences = (url: string): Record<string, unknown> => ({
  LIST: [audience(url, SCOPE, BODY), 'https://registry.example'],
  READ: audience(url, SCOPE),
});

for (const [what, code, claims, how] of REFUSED) {
  test(`to publish, an identity token that ${what} is refused with ${code}`, () =>
    withWorld(async (world) => {
      const { aud = 'absent' } = claims;
      const meant =
        'aud' in claims ? (audiences(world.url)[String(aud)] ?? claims['aud']) : audience(world.url, SCOPE, BODY);
      const token = await world.issuer.sign({ ...claims, aud: meant }, how);
      const answer = await world.exchange(token, BODY);
      assert.is(answer.json.code, code, answer.text);
      assert.is(answer.json.token, undefined);
      assert.not.ok(world.log.join('').includes(token), 'the log holds the token');
    }));
}

test('what is no identity token at all is refused', () =>
  withWorld(async ({ exchange }) => {
    for (const token of ['', 'x', 'a.b.c', '..', '{"alg":"none"}']) {
      const { json, status } = await exchange(token, BODY);
      assert.is(status, 401, token);
      assert.is(json.code, 'oidc/malformed', token);
    }
  }));

test('the keys of an issuer that does not answer are named as the reason', async () => {
  await withRegistry(
    async (registry) => {
      await withIssuer(NOW, async ({ sign }) => {
        const token = await sign({ aud: audience(registry.url, SCOPE), iss: 'http://127.0.0.1:1' });
        const answer = await registry.call('/v1/auth/github-oidc', {
          method: 'POST',
          body: { token, scope: scopeText(SCOPE), purpose: 'read' },
        });
        assert.is(answer.json.code, 'oidc/issuer-unreachable');
        assert.is(answer.headers.get('retry-after'), '5');
      });
    },
    { oidc: { issuer: 'http://127.0.0.1:1', jwksUrl: 'http://127.0.0.1:1/jwks' } },
  );
});

test('a run that follows a pull request may read, and not publish', () =>
  withWorld(async (world) => {
    const claims = { event_name: 'workflow_run', aud: audience(world.url, SCOPE) };
    const read = await world.exchange(await world.issuer.sign(claims));
    assert.is(read.status, 200, read.text);
    const head = await world.call(pathOf(SCOPE, '/releases/head'), { token: read.json.token });
    assert.is(head.json.source, 'github:1001');
    assert.is((await post(world, read.json.token, BODY)).json.code, 'auth/role-missing');
  }));

test('a pull request may not even read', () =>
  withWorld(async (world) => {
    for (const event_name of ['pull_request', 'pull_request_target']) {
      const token = await world.issuer.sign({ event_name, aud: audience(world.url, SCOPE) });
      assert.is((await world.exchange(token)).json.code, 'oidc/event');
    }
  }));

test('a workflow that is bound for reading does not publish', () =>
  withWorld(async (world) => {
    await bind(world, { role: 'reader', repositoryId: '2002', repository: 'contoso/reader' });
    const claims = {
      repository: 'contoso/reader',
      repository_id: '2002',
      workflow_ref: CLAIMS.workflow_ref.replace('connectors', 'reader'),
    };
    const publishing = await world.issuer.sign({ ...claims, aud: audience(world.url, SCOPE, BODY) });
    assert.is((await world.exchange(publishing, BODY)).json.code, 'oidc/not-bound');
    const reading = await world.issuer.sign({ ...claims, aud: audience(world.url, SCOPE) });
    assert.is((await world.exchange(reading)).status, 200);
  }));

test('an identity token opens one token of ours, ever', () =>
  withWorld(async (world) => {
    const token = await world.issuer.sign({ aud: audience(world.url, SCOPE, BODY) });
    assert.is((await world.exchange(token, BODY)).status, 200);
    const again = await world.exchange(token, BODY);
    assert.is(again.status, 401);
    assert.is(again.json.code, 'oidc/replayed');
  }));

test('of fifty replays at the same time exactly one gets a token', () =>
  withWorld(async (world) => {
    const token = await world.issuer.sign({ aud: audience(world.url, SCOPE, BODY) });
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.exchange(token, BODY)));
    assert.is(answers.filter(({ status }) => status === 200).length, 1);
    assert.is(answers.filter(({ json }) => json.code === 'oidc/replayed').length, 49);
    const kept = await world.store.tenant(SCOPE.tenant).tokens.list();
    assert.is(kept.filter(({ bound }) => bound !== undefined).length, 1);
  }));

test('a refused token is not used up', () =>
  withWorld(async (world) => {
    const token = await world.issuer.sign({ aud: audience(world.url, SCOPE, BODY) });
    assert.is((await world.exchange(token)).json.code, 'oidc/audience');
    assert.is((await world.exchange(token, BODY)).status, 200);
  }));

async function publishingToken(world: World): Promise<string> {
  const answer = await world.exchange(await world.issuer.sign({ aud: audience(world.url, SCOPE, BODY) }), BODY);
  assert.is(answer.status, 200, answer.text);
  return answer.json.token;
}

async function upload(world: World, token: string): Promise<void> {
  const { digest, bytes } = CONNECTORS.weather;
  const put = await world.call(pathOf(SCOPE, `/revisions/${digest}`), { method: 'PUT', token, body: bytes });
  assert.is(put.status, 201, put.text);
}

test('an exchanged token posts the body that it is bound to, and the release names repository and run', () =>
  withWorld(async (world) => {
    const token = await publishingToken(world);
    await upload(world, token);
    const answer = await post(world, token, BODY);
    assert.is(answer.status, 201, answer.text);
    const release = await world.call(pathOf(SCOPE, `/releases/${answer.json.digest}`), { token });
    assert.equal(release.json.publisher, {
      subject: 'repository:1001',
      repository: 'contoso/connectors',
      run: '4711',
    });
    assert.is(release.json.source, 'github:1001');
  }));

test('an exchanged token posts no other body, not even the same value in other bytes', () =>
  withWorld(async (world) => {
    const token = await publishingToken(world);
    await upload(world, token);
    const others = [`${BODY} `, BODY.replace('c0ffee', 'c0ffef'), JSON.stringify(JSON.parse(BODY), null, 1)];
    for (const other of others) assert.is((await post(world, token, other)).json.code, 'auth/body-not-bound');
    assert.is(await world.store.tenant(SCOPE.tenant).releases.head(SCOPE), undefined);
  }));

test('an exchanged token does not reach another scope, and rolls nothing back', () =>
  withWorld(async (world) => {
    const token = await publishingToken(world);
    for (const scope of [scopeOf(1, 4), scopeOf(1, 3, 'northeurope'), scopeOf(2, 3)]) {
      const head = await world.call(pathOf(scope, '/releases/head'), { token });
      assert.is(head.json.code, 'not-found', scopeText(scope));
      const refused = await post(world, token, BODY, scope);
      assert.is(refused.json.code, 'not-found', refused.text);
    }
    await upload(world, token);
    const { digest } = (await post(world, token, BODY)).json;
    const back = await world.call(pathOf(SCOPE, '/rollback'), {
      method: 'POST',
      token,
      headers: precondition(digest),
      body: { release: digest, reason: 'try' },
    });
    assert.is(back.json.code, 'auth/body-not-bound');
  }));

test('an exchanged token does not take over what its subject was granted elsewhere', () =>
  withWorld(async (world) => {
    const operator = await world.token({ role: 'operator' });
    const { subscription, region } = scopeOf(1, 4);
    const holder = { kind: 'subject', id: 'repository:1001' };
    await world.call('/v1/grants', { method: 'POST', token: operator, body: { holder, subscription, region } });
    const token = await publishingToken(world);
    assert.is((await world.call(pathOf(scopeOf(1, 4), '/releases/head'), { token })).status, 404);
  }));

test('an exchanged token is over after five minutes', () =>
  withWorld(async (world) => {
    const token = await publishingToken(world);
    const head = () => world.call(pathOf(SCOPE, '/releases/head'), { token });
    world.clock.now = new Date(NOW.getTime() + 5 * 60_000 - 1);
    assert.is((await head()).status, 200);
    world.clock.now = new Date(NOW.getTime() + 5 * 60_000);
    assert.is((await head()).json.code, 'auth/token-expired');
  }));

test('after a binding is ended its workflow gets no token', () =>
  withWorld(async (world) => {
    const operator = await world.token({ role: 'operator' });
    const { bindings } = (await world.call('/v1/bindings', { token: operator })).json;
    await world.call(`/v1/bindings/${bindings[0].id}`, { method: 'DELETE', token: operator });
    const token = await world.issuer.sign({ aud: audience(world.url, SCOPE, BODY) });
    assert.is((await world.exchange(token, BODY)).json.code, 'oidc/not-bound');
  }));

test('the exchange route refuses an address that asks too often', () =>
  withWorld(
    async (world) => {
      const statuses: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) statuses.push((await world.exchange('x', BODY)).status);
      assert.equal(statuses, [401, 401, 401, 429, 429]);
      const refused = await world.exchange('x', BODY);
      assert.is(refused.json.code, 'rate-limited');
      assert.ok(refused.headers.get('retry-after'));
      // Reading is not held up by it.
      assert.is((await world.call('/healthz')).status, 200);
    },
    { signInsPerMinute: 3 },
  ));

test.run();
