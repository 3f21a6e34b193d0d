import { createHash } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Digest } from '../../src/domain/digest.ts';
import { scopeText } from '../../src/domain/scope.ts';
import { pathOf, SCOPE, scopeOf, withRegistry, type Registry } from './harness.ts';
import { commitCall, precondition, publish, type SentBody } from './publishing.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/release-bodies');

const WEATHER = sample('Weather', '1.0');
const WEATHER_2 = sample('Weather', '2.0');
const MAIL = sample('Mail', '1.0');
const NEWS = sample('News', '1.0');

const publisher = (registry: Registry, source = 'github:42'): Promise<string> =>
  registry.token({ role: 'publisher', source, subject: source });

test('nothing at all, published to a scope that has nothing, writes nothing', () =>
  withRegistry(async (registry) => {
    const answer = await publish(registry, { token: await publisher(registry), connectors: {} });
    assert.is(answer.status, 200);
    assert.equal(answer.json, { digest: null, sequence: 0 });
  }));

test('each source sees its own entries in the head, and the names of others', () =>
  withRegistry(async (registry) => {
    const [token, other] = [await publisher(registry), await publisher(registry, 'client:portal')];
    await publish(registry, { token, connectors: { weather: WEATHER }, owners: { users: ['b', 'a', 'b'] } });
    const { json: second } = await publish(registry, { token: other, connectors: { news: NEWS, mail: MAIL } });
    const head = (await registry.call(pathOf(SCOPE, '/releases/head'), { token })).json;
    assert.is(head.scope, scopeText(SCOPE));
    assert.is(head.release, second.digest);
    assert.is(head.sequence, 2);
    assert.is(head.source, 'github:42');
    assert.equal(head.entries, {
      weather: {
        digest: WEATHER.digest,
        source: 'github:42',
        stage: 'registered',
        owners: { users: ['a', 'b'], groups: [], github: [] },
      },
    });
    assert.equal(head.taken, ['mail', 'news']);
    assert.equal(head.lastApplied.entries, { weather: WEATHER.digest });
    assert.equal(head.pins, []);
    assert.is(head.rules.profile, 'base');
    assert.is(head.rules.digest, (await registry.call('/v1/rules')).json.digest);
  }));

const BAD: readonly (readonly [string, number, string, (body: SentBody) => unknown, Record<string, string>?])[] = [
  ['no parent in the headers', 428, 'release/parent-needed', (body) => body, {}],
  ['a weak tag as parent', 428, 'release/parent-needed', (body) => body, { 'if-match': 'W/"x"' }],
  ['a star as parent', 428, 'release/parent-needed', (body) => body, { 'if-match': '*' }],
  ['another parent in the body', 400, 'request/invalid', (body) => ({ ...body, parent: WEATHER.digest })],
  ['another scope in the body', 400, 'request/invalid', (body) => ({ ...body, scope: scopeText(scopeOf(2, 3)) })],
  ['another version', 400, 'request/invalid', (body) => ({ ...body, version: 2 })],
  ['a member that nobody knows', 400, 'request/invalid', (body) => ({ ...body, extra: 1 })],
  ['no commit', 400, 'request/invalid', (body) => ({ ...body, commit: undefined })],
  ['a commit with a line break', 400, 'request/invalid', (body) => ({ ...body, commit: 'a\nb' })],
  ['half of a character', 400, 'request/invalid', (body) => ({ ...body, commit: 'a\ud800' })],
  ['a number as digest', 400, 'request/invalid', (body) => withEntry(body, { digest: 7 })],
  ['half a digest', 400, 'request/invalid', (body) => withEntry(body, { digest: 'sha256:abc' })],
  ['no owners', 400, 'request/invalid', (body) => withEntry(body, { owners: undefined })],
  ['a draft', 422, 'release/draft', (body) => withEntry(body, { stage: 'draft' })],
  ['a stage that nobody knows', 400, 'request/invalid', (body) => withEntry(body, { stage: 'live' })],
  ['a name that is none', 400, 'request/invalid', (body) => named(body, 'Weather!')],
  ['a name of the prototype', 400, 'request/invalid', (body) => named(body, '__proto__')],
  [
    'a revision that nobody uploaded',
    422,
    'release/revision-missing',
    (body) => withEntry(body, { digest: NEWS.digest }),
  ],
  ['a list', 400, 'request/invalid', () => []],
  ['text that is not JSON', 400, 'request/not-json', () => '{"version":1'],
  ['bytes that are not UTF-8', 400, 'request/not-json', () => Buffer.from([0x22, 0xff, 0x22])],
  ['nothing', 400, 'request/not-json', () => ''],
];

const withEntry = (body: SentBody, change: object): unknown => ({
  ...body,
  connectors: { weather: { ...body.connectors['weather'], ...change } },
});
const named = (body: SentBody, name: string): string => JSON.stringify(body).replace('"weather"', JSON.stringify(name));

for (const [what, status, code, change, headers = precondition(null)] of BAD) {
  test(`a release with ${what} is refused, and nothing is live`, () =>
    withRegistry(async (registry) => {
      const token = await publisher(registry);
      const { digest, bytes } = WEATHER;
      await registry.call(pathOf(SCOPE, `/revisions/${digest}`), { method: 'PUT', token, body: bytes });
      const call = commitCall({ token, connectors: { weather: WEATHER }, parent: null });
      const answer = await registry.call(pathOf(SCOPE, '/releases'), { ...call, headers, body: change(call.body) });
      assert.is(answer.json?.code, code, answer.text);
      assert.is(answer.status, status);
      assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/);
      assert.is(await registry.store.tenant(SCOPE.tenant).releases.head(SCOPE), undefined);
    }));
}

test('a body of another content type, or one that is too long, is refused', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const call = { method: 'POST', token, body: 'version=1' };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await registry.call(pathOf(SCOPE, '/releases'), { ...call, headers: { 'content-type': type } });
      assert.is(answer.json.code, 'request/unsupported-type', type);
    }
    const long = await registry.call('/v1/auth/github-oidc', {
      method: 'POST',
      body: JSON.stringify({ token: 'x'.repeat(20_000) }),
    });
    assert.is(long.status, 413);
    assert.is(long.json.code, 'request/too-large');
  }));

test('the body of a release is what its digest is the sha256 of, and releases are a chain', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const digests: (Digest | null)[] = [null];
    for (const connectors of [{ weather: WEATHER }, { weather: WEATHER_2, mail: MAIL }, { mail: MAIL }, {}]) {
      const { json } = await publish(registry, { token, connectors, commit: 'über — 日本' });
      digests.push(json.digest);
    }
    for (const [index, digest] of digests.entries()) {
      if (digest === null) continue;
      const { bytes, json, headers } = await registry.call(pathOf(SCOPE, `/releases/${digest}`), { token });
      assert.is(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, digest);
      assert.is(json.parent, digests[index - 1]);
      assert.is(json.sequence, index);
      assert.is(headers.get('etag'), `"${digest}"`);
      assert.match(headers.get('cache-control')!, /^private, .*immutable/);
    }
    const { json: list } = await registry.call(pathOf(SCOPE, '/releases?limit=3'), { token });
    assert.equal(
      list.releases.map(({ digest }: { digest: Digest }) => digest),
      digests.slice(2).reverse(),
    );
    const { json: rest } = await registry.call(pathOf(SCOPE, `/releases?limit=3&before=${list.next}`), { token });
    assert.equal(
      rest.releases.map(({ digest }: { digest: Digest }) => digest),
      [digests[1]],
    );
    assert.is(rest.next, null);
  }));

test('owners that change are a release, their order is none', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    await publish(registry, { token, connectors: { weather: WEATHER }, owners: { users: ['a', 'b'] } });
    const same = await publish(registry, {
      token,
      connectors: { weather: WEATHER },
      owners: { users: ['b', 'a', 'a'] },
    });
    assert.is(same.status, 200);
    const other = await publish(registry, { token, connectors: { weather: WEATHER }, owners: { users: ['a'] } });
    assert.is(other.status, 201);
    const { json } = await registry.call(pathOf(SCOPE, '/connectors/weather/revisions'), { token });
    assert.is(json.revisions.length, 1);
  }));

test.run();
