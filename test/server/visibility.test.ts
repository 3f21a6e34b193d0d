import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Digest } from '../../src/domain/digest.ts';
import { scopeText, type Scope } from '../../src/domain/scope.ts';
import { pathOf, SCOPE, scopeOf, withRegistry, type Answer, type Registry, type TokenOptions } from './harness.ts';
import { publish } from './publishing.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/visibility');

const USER = '5f0b3a52-0000-4000-8000-00000000ada0';
const GROUP = '5f0b3a52-0000-4000-8000-0000000009a0';
const OTHER_REGION = { ...SCOPE, region: scopeOf(1, 3, 'northeurope').region };
const UNUSED = scopeOf(1, 8);
const FOREIGN = scopeOf(2, 3);

const WEATHER = sample('Weather');
const PAST = sample('Weather', '0.9');
const SECRET = sample('Secret plans');

interface World extends Registry {
  readonly release: Digest;
  readonly foreign: Digest;
}

/** A scope with a connector that has owners and one that has none, and another tenant's scope with the same names. */
async function withWorld(work: (world: World) => Promise<void>): Promise<void> {
  await withRegistry(async (registry) => {
    const token = await registry.token({ role: 'publisher', source: 'github:1' });
    const foreigner = await registry.token({ role: 'publisher', source: 'github:1', scope: FOREIGN });
    const secret = await registry.token({ role: 'publisher', source: 'github:2' });
    const owners = { users: [USER], groups: [GROUP], github: ['583231'] };
    await publish(registry, { token: secret, connectors: { secret: SECRET } });
    await publish(registry, { token, connectors: { weather: PAST }, owners });
    const own = await publish(registry, { token, connectors: { weather: WEATHER }, owners });
    const theirs = await publish(registry, {
      token: foreigner,
      connectors: { weather: WEATHER },
      scope: FOREIGN,
      owners,
    });
    await work({ ...registry, release: own.json.digest, foreign: theirs.json.digest });
  });
}

type Sees = 'everything' | 'own' | 'nothing' | 'unknown';

// [who, token, what they see of the scope]
const CALLERS: readonly (readonly [string, TokenOptions | undefined, Sees])[] = [
  ['an operator', { role: 'operator', grants: [] }, 'everything'],
  ['a reader with the subscription', {}, 'everything'],
  [
    'a reader with the subscription in any region',
    { grants: [{ subscription: SCOPE.subscription, region: '*' }] },
    'everything',
  ],
  ['a reviewer with the subscription', { role: 'reviewer' }, 'everything'],
  ['a publisher of another source', { role: 'publisher', source: 'github:9' }, 'everything'],
  ['a reader with the subscription in another region', { scope: OTHER_REGION }, 'nothing'],
  ['a reader with another subscription', { scope: UNUSED }, 'nothing'],
  ['an owner by object id', { subject: USER, grants: [] }, 'own'],
  ['an owner by group', { subject: 'bob', groups: ['x', GROUP], grants: [] }, 'own'],
  ['an owner by GitHub id', { subject: 'github:583231', grants: [] }, 'own'],
  ['somebody whose name is the GitHub id', { subject: '583231', grants: [] }, 'nothing'],
  ['somebody whose group is the object id', { subject: 'bob', groups: [USER], grants: [] }, 'nothing'],
  ['a stranger of the same tenant', { subject: 'eve', grants: [] }, 'nothing'],
  ['an operator of another tenant', { role: 'operator', scope: FOREIGN }, 'nothing'],
  ['a reader of another tenant with the same subscription', { scope: FOREIGN }, 'nothing'],
  ['an owner of the same id in another tenant', { subject: USER, scope: FOREIGN }, 'nothing'],
  ['nobody', undefined, 'unknown'],
];

/** Every GET route that takes the id of something in a scope. */
const ROUTES: readonly (readonly [string, (scope: Scope, world: World) => string, Sees])[] = [
  ['connectors', (scope) => pathOf(scope, '/connectors'), 'own'],
  ...['', '/openapi.json', '/openapi.yaml', '/operations/GetForecast', '/revisions'].map(
    (rest): (typeof ROUTES)[number] => [
      `connectors/{name}${rest}`,
      (scope) => pathOf(scope, `/connectors/weather${rest}`),
      'own',
    ],
  ),
  ['connectors/{name} of others', (scope) => pathOf(scope, '/connectors/secret'), 'everything'],
  ['revisions/{digest}', (scope) => pathOf(scope, `/revisions/${WEATHER.digest}`), 'own'],
  ['revisions/{digest} of the past', (scope) => pathOf(scope, `/revisions/${PAST.digest}`), 'own'],
  ['revisions/{digest} of others', (scope) => pathOf(scope, `/revisions/${SECRET.digest}`), 'everything'],
  ['releases', (scope) => pathOf(scope, '/releases'), 'everything'],
  ['releases/{digest}', (scope, { release }) => pathOf(scope, `/releases/${release}`), 'everything'],
  ['page of a connector', (scope) => `/connectors/${scopeText(scope)}/weather`, 'own'],
];

function mayGet(sees: Sees, needs: Sees): boolean {
  return sees === 'everything' || (sees === 'own' && needs === 'own');
}

for (const [who, options, sees] of CALLERS) {
  test(`${who} sees ${sees === 'unknown' ? 'nothing' : sees}`, () =>
    withWorld(async (world) => {
      const token = options === undefined ? undefined : await world.token(options);
      const get = (path: string): Promise<Answer> => world.call(path, token === undefined ? {} : { token });
      for (const [route, path, needs] of ROUTES) {
        const { status, text } = await get(path(SCOPE, world));
        const refusal = sees === 'unknown' && !route.startsWith('page') ? 401 : 404;
        assert.is(status, mayGet(sees, needs) ? 200 : refusal, `${route}: ${text.slice(0, 200)}`);
        if (!mayGet(sees, needs)) assert.not.match(text, /Weather|Secret|Contoso/);
      }
      const list = await get(pathOf(SCOPE, '/connectors'));
      const names = (list.json?.connectors ?? []).map(({ name }: { name: string }) => name);
      assert.equal(names, { everything: ['secret', 'weather'], own: ['weather'], nothing: [], unknown: [] }[sees]);
      const catalog = await get('/');
      assert.is(catalog.text.includes('Secret plans'), sees === 'everything');
    }));
}

// Names what is there for nobody: the answers to all of these must be the same bytes.
const HIDDEN: readonly (readonly [string, Scope])[] = [
  ['another tenant', FOREIGN],
  ['a scope that nobody used', UNUSED],
  ['a region that nobody used', OTHER_REGION],
  ['a tenant that is not there', scopeOf(9, 3)],
];

/** What a caller gets, apart from the date and the id of the request. */
function seen({ status, headers, text }: Answer): unknown {
  const kept = [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return { status, headers: Object.fromEntries(kept), text };
}

test('missing, invisible, unused and somebody else’s look the same, byte for byte, on every route', () =>
  withWorld(async (world) => {
    const stranger = await world.token({ subject: 'eve', grants: [] });
    const missing = seen(await world.call(pathOf(SCOPE, '/connectors/nothing-here'), { token: stranger }));
    for (const [route, path] of ROUTES) {
      if (route.startsWith('page')) continue;
      for (const [what, scope] of [['invisible', SCOPE] as const, ...HIDDEN]) {
        const answer = seen(await world.call(path(scope, world), { token: stranger }));
        assert.equal(answer, missing, `${route} of ${what}`);
      }
    }
  }));

test('the same holds for the pages', () =>
  withWorld(async (world) => {
    const stranger = await world.token({ subject: 'eve', grants: [] });
    const missing = seen(await world.call(`/connectors/${scopeText(SCOPE)}/nothing-here`, { token: stranger }));
    for (const [what, scope] of [['invisible', SCOPE] as const, ...HIDDEN]) {
      const answer = await world.call(`/connectors/${scopeText(scope)}/weather`, { token: stranger });
      assert.equal(seen(answer), missing, what);
    }
  }));

const ODD = [
  '%00',
  '%2e%2e',
  '%2F',
  "'%20OR%201=1--",
  '%3Cscript%3E',
  '__proto__',
  'constructor',
  'x'.repeat(250),
  'x'.repeat(400),
  '%',
  '%ff',
];

test('what cannot be an id gives the same as one that is missing', () =>
  withWorld(async (world) => {
    const token = await world.token();
    const missing = seen(await world.call(pathOf(SCOPE, '/connectors/nothing-here'), { token }));
    for (const id of ODD) {
      for (const rest of [
        `/connectors/${id}`,
        `/revisions/${id}`,
        `/releases/${id}`,
        `/connectors/weather/operations/${id}`,
      ]) {
        assert.equal(seen(await world.call(pathOf(SCOPE, rest), { token })), missing, rest);
      }
      assert.equal(seen(await world.call(`/v1/scopes/${id}/${id}/${id}/connectors`, { token })), missing, id);
    }
  }));

test('a path that cannot be decoded has a page too, for a browser', () =>
  withRegistry(async ({ call, log }) => {
    for (const path of ['/%ff', `/connectors/a/b/c/${'x'.repeat(400)}`, '/nowhere']) {
      const { status, headers } = await call(path, { headers: { accept: 'text/html' } });
      assert.is(status, 404, path);
      assert.match(headers.get('content-security-policy') ?? '', "default-src 'none'", path);
      assert.is(headers.get('x-content-type-options'), 'nosniff', path);
    }
    assert.not.match(log.join(''), '"level":50');
  }));

test('publishing to, and asking the head of, a scope that is not granted gives the same 404', () =>
  withWorld(async (world) => {
    const token = await world.token({ role: 'publisher', source: 'github:1' });
    const missing = seen(await world.call(pathOf(SCOPE, '/connectors/nothing-here'), { token }));
    const { digest, bytes } = WEATHER;
    for (const [what, scope] of HIDDEN) {
      const owners = { users: [], groups: [], github: [] };
      const body = {
        version: 1,
        scope: scopeText(scope),
        parent: null,
        commit: 'c',
        connectors: { a: { digest, stage: 'registered', owners } },
      };
      const headers = { 'if-none-match': '*' };
      const back = { release: world.foreign, reason: 'try' };
      const answers = [
        await world.call(pathOf(scope, '/releases/head'), { token }),
        await world.call(pathOf(scope, '/releases'), { method: 'POST', token, headers, body }),
        await world.call(pathOf(scope, '/rollback'), { method: 'POST', token, headers, body: back }),
        await world.call(pathOf(scope, `/revisions/${digest}`), { method: 'PUT', token, body: bytes }),
        await world.call(pathOf(scope, '/revisions/missing'), { method: 'POST', token, body: { digests: [digest] } }),
      ];
      for (const answer of answers) assert.equal(seen(answer), missing, what);
    }
  }));

test('ids of another tenant’s tokens, bindings and grants are not there, byte for byte', () =>
  withWorld(async (world) => {
    const operator = await world.token({ role: 'operator' });
    const foreign = await world.token({ role: 'operator', scope: FOREIGN });
    const { subscription, region } = SCOPE;
    const grant = { holder: { kind: 'subject', id: 'ada' }, subscription, region };
    const made = await world.call('/v1/grants', { method: 'POST', token: operator, body: grant });
    const [first] = (await world.call('/v1/tokens', { token: operator })).json.tokens;
    const remove = async (path: string): Promise<unknown> =>
      seen(await world.call(path, { method: 'DELETE', token: foreign }));
    const missing = await remove('/v1/tokens/token-0');
    assert.equal(await remove(`/v1/tokens/${first.id}`), missing);
    assert.equal(await remove(`/v1/grants/${made.json.id}`), missing);
    assert.equal(await remove('/v1/grants/grant-0'), missing);
    assert.equal(await remove('/v1/bindings/binding-0'), missing);
    assert.is((await world.call('/v1/grants', { token: operator })).json.grants.length, 1);
  }));

test('the last words of a connector are its owner’s alone: a past of another source stays hidden', () =>
  withRegistry(async (registry) => {
    const one = await registry.token({ role: 'publisher', source: 'github:1' });
    const two = await registry.token({ role: 'publisher', source: 'github:2' });
    await publish(registry, { token: one, connectors: { weather: PAST } });
    await publish(registry, { token: one, connectors: {} });
    await publish(registry, { token: two, connectors: { weather: WEATHER }, owners: { users: [USER] } });
    const owner = await registry.token({ subject: USER, grants: [] });
    assert.is((await registry.call(pathOf(SCOPE, `/revisions/${WEATHER.digest}`), { token: owner })).status, 200);
    assert.is((await registry.call(pathOf(SCOPE, `/revisions/${PAST.digest}`), { token: owner })).status, 404);
    const { revisions } = (await registry.call(pathOf(SCOPE, '/connectors/weather/revisions'), { token: owner })).json;
    assert.equal(
      revisions.map(({ digest }: { digest: string }) => digest),
      [WEATHER.digest],
    );
  }));

test('a grant counts from the next request on, and no longer when it is taken back', () =>
  withWorld(async (world) => {
    const operator = await world.token({ role: 'operator' });
    const token = await world.token({ subject: 'eve', groups: ['team'], grants: [] });
    const status = async (): Promise<number> =>
      (await world.call(pathOf(SCOPE, '/connectors/weather'), { token })).status;
    assert.is(await status(), 404);
    const body = { holder: { kind: 'group', id: 'team' }, subscription: SCOPE.subscription, region: '*' };
    const grant = await world.call('/v1/grants', { method: 'POST', token: operator, body });
    assert.is(await status(), 200);
    await world.call(`/v1/grants/${grant.json.id}`, { method: 'DELETE', token: operator });
    assert.is(await status(), 404);
  }));

test('a tag that somebody else got does not turn a 404 into a 304', () =>
  withWorld(async (world) => {
    const reader = await world.token();
    const stranger = await world.token({ subject: 'eve', grants: [] });
    for (const [route, path] of ROUTES) {
      const { headers } = await world.call(path(SCOPE, world), { token: reader });
      const etag = headers.get('etag') ?? '*';
      const known = await world.call(path(SCOPE, world), { token: stranger, headers: { 'if-none-match': etag } });
      assert.is(known.status, 404, route);
      if (headers.has('etag')) {
        const same = await world.call(path(SCOPE, world), { token: reader, headers: { 'if-none-match': etag } });
        assert.is(same.status, 304, route);
      }
    }
  }));

test.run();
