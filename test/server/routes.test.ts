import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createSignInCode } from '../../src/server/bootstrap.ts';
import { createServer } from '../../src/server/create-server.ts';
import { ASSETS } from '../../src/server/catalog/assets.ts';
import { scopeText } from '../../src/domain/scope.ts';
import { pathOf, SCOPE, withRegistry, type Answer, type Call, type Registry } from './harness.ts';
import { audience, BINDING, withIssuer } from './issuer.ts';
import { commitCall, headOf, precondition, publish } from './publishing.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/routes');

type Who = 'anyone' | 'visitor' | 'reader' | 'publisher' | 'reviewer' | 'operator';
const ROLES = ['reader', 'publisher', 'reviewer', 'operator'] as const;

const WEATHER = sample('Weather');
const MAIL = sample('Mail');
const S = '/v1/scopes/:tenant/:subscription/:region';
const GRANT = { holder: { kind: 'subject', id: 'ada' }, subscription: SCOPE.subscription, region: '*' };
const BOUND = { ...BINDING, subscription: SCOPE.subscription, region: SCOPE.region };

interface Row {
  /** Who may call it; `anyone`: nobody is asked who they are. */
  readonly who: readonly Who[];
  /** It takes a token that publishes for a source. */
  readonly source?: true;
  /** What one good request of it leaves in the audit log; absent: it changes nothing. */
  readonly audit?: string;
  /** A good request, made after WEATHER was published. */
  readonly good: (world: World) => Promise<readonly [string, Call?]>;
}

interface World extends Registry {
  readonly operator: string;
}

const get =
  (path: string): Row['good'] =>
  async () => [path];
const inScope = (rest: string): Row['good'] => get(pathOf(SCOPE, rest));
const EVERYBODY: Row['who'] = ROLES;
const PUBLISHERS: Row['who'] = ['publisher', 'operator'];
const OPERATORS: Row['who'] = ['operator'];

const post =
  (path: string, body: unknown): Row['good'] =>
  async () => [path, { method: 'POST', body }];

/** A path that ends in the id of what the operator creates first. */
const remove =
  (path: string, body: unknown): Row['good'] =>
  async ({ call, operator }) => {
    const made = await call(path, { method: 'POST', token: operator, body });
    assert.is(made.status, 201, made.text);
    return [`${path}/${made.json.id}`, { method: 'DELETE' }];
  };

const TOKEN = { name: 'ada', subject: 'ada', role: 'reader' };

// Every route there is. One that is missing here, or is here and nowhere else, fails the test.
const ROUTES: Readonly<Record<string, Row>> = {
  'GET /healthz': { who: ['anyone'], good: get('/healthz') },
  'GET /readyz': { who: ['anyone'], good: get('/readyz') },
  'GET /openapi.json': { who: ['anyone'], good: get('/openapi.json') },
  'GET /v1/rules': { who: ['anyone'], good: get('/v1/rules') },
  'POST /v1/auth/github-oidc': {
    who: ['anyone'],
    good: post('/v1/auth/github-oidc', { token: 'x', scope: scopeText(SCOPE), purpose: 'read' }),
  },
  'GET /signin/:code': {
    who: ['visitor'],
    audit: 'session/open',
    good: async ({ store, clock }) => {
      return [`/signin/${await signInCode({ store, clock })}`];
    },
  },
  [`GET ${S}/releases/head`]: { who: EVERYBODY, source: true, good: inScope('/releases/head') },
  [`GET ${S}/releases`]: { who: EVERYBODY, good: inScope('/releases') },
  [`GET ${S}/releases/:digest`]: {
    who: EVERYBODY,
    good: async (world) => [pathOf(SCOPE, `/releases/${(await headOf(world, await sourceToken(world))) ?? ''}`)],
  },
  [`POST ${S}/releases`]: {
    who: PUBLISHERS,
    source: true,
    audit: 'release/publish',
    good: async (world) => {
      const parent = await headOf(world, await sourceToken(world));
      const { token: _, ...call } = commitCall({ token: '', connectors: {}, parent });
      return [pathOf(SCOPE, '/releases'), call];
    },
  },
  [`POST ${S}/rollback`]: {
    who: PUBLISHERS,
    source: true,
    audit: 'release/rollback',
    good: async (world) => {
      const token = await sourceToken(world);
      const first = await headOf(world, token);
      const second = await publish(world, { token, connectors: {} });
      const body = { release: first, reason: 'It broke' };
      return [pathOf(SCOPE, '/rollback'), { method: 'POST', headers: precondition(second.json.digest), body }];
    },
  },
  [`POST ${S}/revisions/missing`]: {
    who: EVERYBODY,
    source: true,
    good: post(pathOf(SCOPE, '/revisions/missing'), { digests: [MAIL.digest] }),
  },
  [`GET ${S}/revisions/:digest`]: { who: EVERYBODY, good: inScope(`/revisions/${WEATHER.digest}`) },
  [`PUT ${S}/revisions/:digest`]: {
    who: PUBLISHERS,
    source: true,
    audit: 'revision/upload',
    good: async () => [pathOf(SCOPE, `/revisions/${MAIL.digest}`), { method: 'PUT', body: MAIL.bytes }],
  },
  [`GET ${S}/connectors`]: { who: EVERYBODY, good: inScope('/connectors') },
  ...Object.fromEntries(
    ['', '/openapi.json', '/openapi.yaml', '/revisions'].map((rest): [string, Row] => [
      `GET ${S}/connectors/:name${rest}`,
      { who: EVERYBODY, good: inScope(`/connectors/weather${rest}`) },
    ]),
  ),
  [`GET ${S}/connectors/:name/icon`]: { who: EVERYBODY, good: inScope('/connectors/weather/icon') },
  [`GET ${S}/connectors/:name/operations/:operationId`]: {
    who: EVERYBODY,
    good: inScope('/connectors/weather/operations/GetForecast'),
  },
  'POST /v1/tokens': { who: OPERATORS, audit: 'token/create', good: post('/v1/tokens', TOKEN) },
  'GET /v1/tokens': { who: OPERATORS, good: get('/v1/tokens') },
  'DELETE /v1/tokens/:id': { who: OPERATORS, audit: 'token/revoke', good: remove('/v1/tokens', TOKEN) },
  'POST /v1/bindings': { who: OPERATORS, audit: 'binding/create', good: post('/v1/bindings', BOUND) },
  'GET /v1/bindings': { who: OPERATORS, good: get('/v1/bindings') },
  'DELETE /v1/bindings/:id': { who: OPERATORS, audit: 'binding/delete', good: remove('/v1/bindings', BOUND) },
  'POST /v1/grants': { who: OPERATORS, audit: 'grant/create', good: post('/v1/grants', GRANT) },
  'GET /v1/grants': { who: OPERATORS, good: get('/v1/grants') },
  'DELETE /v1/grants/:id': { who: OPERATORS, audit: 'grant/delete', good: remove('/v1/grants', GRANT) },
  'GET /': { who: ['visitor'], good: get('/') },
  'GET /connectors/:tenant/:subscription/:region/:name': {
    who: ['visitor'],
    good: get(`/connectors/${scopeText(SCOPE)}/weather`),
  },
  ...Object.fromEntries(ASSETS.map(({ path }): [string, Row] => [`GET ${path}`, { who: ['anyone'], good: get(path) }])),
};

/** Not errors of these requests: the sample has no icon, and the exchange's token is none. */
const ANSWERS: Readonly<Record<string, number>> = {
  [`GET ${S}/connectors/:name/icon`]: 404,
  'POST /v1/auth/github-oidc': 401,
};

const sourceToken = ({ token }: Registry): Promise<string> =>
  token({ role: 'publisher', source: 'github:1', subject: 'publisher' });

/** Signs a browser in as the operator. */
async function signInCode({ store, clock }: Pick<Registry, 'store' | 'clock'>): Promise<string> {
  const tokens = await store.tenant(SCOPE.tenant).tokens.list();
  const tokenId = tokens.find(({ role }) => role === 'operator')!.id;
  return createSignInCode(store, { tenant: SCOPE.tenant, tokenId, now: clock.now });
}

async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  await withRegistry(async (registry) => {
    const operator = await registry.token({ role: 'operator' });
    await publish(registry, { token: await sourceToken(registry), connectors: { weather: WEATHER } });
    await work({ ...registry, operator });
  });
}

async function auditOf({ store }: Registry): Promise<readonly string[]> {
  const records = await store.tenant(SCOPE.tenant).audit.list({ after: 0, limit: 1000 });
  return records.map(({ action }) => action);
}

test('the table names every route of the server, and no other', () =>
  withRegistry(async ({ store }) => {
    const server = createServer({ store, config: { log: { level: 'silent' } } });
    const found: string[] = [];
    server.addHook('onRoute', ({ method, url }) => {
      found.push(...[method].flat().map((one) => `${one} ${url}`));
    });
    await server.ready();
    await server.close();
    // Every GET is a HEAD too, and nothing else is.
    const heads = found.filter((route) => route.startsWith('HEAD '));
    for (const head of heads) assert.ok(found.includes(head.replace('HEAD', 'GET')), head);
    assert.equal(found.filter((route) => !route.startsWith('HEAD ')).sort(), Object.keys(ROUTES).sort());
  }));

test('a route that does not say who may call it is refused when the server is made', () =>
  withRegistry(async ({ store }) => {
    const server = createServer({ store, config: { log: { level: 'silent' } } });
    assert.throws(() => server.get('/open', async () => 'hello'), /GET \/open says nothing of access/);
    await server.close();
  }));

const send = ({ call }: Registry, [path, request = {}]: readonly [string, Call?], token?: string): Promise<Answer> =>
  call(path, { ...request, ...(token === undefined ? {} : { token }) });

for (const [route, { who, source, audit, good }] of Object.entries(ROUTES)) {
  const open = who.includes('anyone') || who.includes('visitor');

  for (const role of ROLES) {
    const allowed = open || who.includes(role);
    test(`${route}: ${role} ${allowed ? 'may' : 'may not'}`, () =>
      withWorld(async (world) => {
        const token = await world.token({ role, source: 'github:1', subject: role });
        const request = await good(world);
        const before = await auditOf(world);
        const answer = await send(world, request, token);
        const written = (await auditOf(world)).slice(before.length);
        if (!allowed) {
          assert.is(answer.json.code, 'auth/role-missing', answer.text);
          assert.equal(written, []);
          return;
        }
        const expected = ANSWERS[route];
        assert.ok(expected === undefined ? answer.status < 400 : answer.status === expected, answer.text);
        assert.equal(written, audit === undefined ? [] : [audit]);
      }));
  }

  test(`${route}: nobody, and a token that is not known, ${open ? 'may' : 'may not'}`, () =>
    withWorld(async (world) => {
      const request = await good(world);
      const before = await auditOf(world);
      if (!open) {
        const answer = await send(world, request);
        assert.is(answer.json.code, 'auth/token-missing', answer.text);
        assert.is(answer.headers.get('www-authenticate'), 'Bearer');
      }
      const known = await world.token();
      const guessed = `${known.slice(0, -1)}${known.endsWith('A') ? 'B' : 'A'}`;
      for (const token of [guessed, 'x', `${known} `.repeat(2).trim()]) {
        const { status, text } = await send(world, request, token);
        if (!who.includes('anyone')) assert.is(status, 401, text);
      }
      assert.equal((await auditOf(world)).slice(before.length + 1), []);
    }));

  if (source !== undefined) {
    test(`${route}: a token without a source may not`, () =>
      withWorld(async (world) => {
        const answer = await send(world, await good(world), world.operator);
        assert.is(answer.json.code, 'auth/source-missing', answer.text);
      }));
  }

  if (audit !== undefined && !route.startsWith('GET')) {
    test(`${route}: a browser's session changes nothing`, () =>
      withWorld(async (world) => {
        const signedIn = await world.call(`/signin/${await signInCode(world)}`);
        const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
        assert.is((await world.call('/v1/tokens', { headers: { cookie } })).status, 200, 'the session reads');
        const [path, request = {}] = await good(world);
        const before = await auditOf(world);
        const answer = await world.call(path, { ...request, headers: { ...request.headers, cookie } });
        assert.is(answer.json.code, 'auth/token-missing', answer.text);
        assert.equal(await auditOf(world), before);
      }));
  }
}

test('an exchange writes exactly one audit record, and a refused one none', () =>
  withIssuer(new Date('2026-03-01T12:00:00.000Z'), async ({ url: issuer, jwksUrl, sign }) => {
    await withRegistry(
      async (registry) => {
        const operator = await registry.token({ role: 'operator' });
        await registry.call('/v1/bindings', { method: 'POST', token: operator, body: BOUND });
        const token = await sign({ aud: audience(registry.url, SCOPE) });
        const body = { token, scope: scopeText(SCOPE), purpose: 'read' };
        const before = await auditOf(registry);
        for (let turn = 0; turn < 2; turn += 1) await registry.call('/v1/auth/github-oidc', { method: 'POST', body });
        assert.equal((await auditOf(registry)).slice(before.length), ['token/exchange']);
      },
      { oidc: { issuer, jwksUrl } },
    );
  }));

test.run();
