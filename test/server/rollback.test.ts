import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Digest } from '../../src/domain/digest.ts';
import { pathOf, SCOPE, withRegistry, type Answer, type Registry } from './harness.ts';
import { headOf, precondition, publish } from './publishing.ts';
import { sample, type Sample } from './sample-connectors.ts';

const test = suite('server/rollback');

const [A, B, C] = [sample('Weather', '1.0'), sample('Weather', '2.0'), sample('Weather', '3.0')];
const MAIL = sample('Mail', '1.0');

interface World extends Registry {
  readonly mine: string;
  /** Publishes as `github:42` and gives the release's digest. */
  readonly release: (connectors: Record<string, Sample>, liftPins?: readonly string[]) => Promise<Digest>;
  readonly tryPublish: (connectors: Record<string, Sample>, liftPins?: readonly string[]) => Promise<Answer>;
  readonly back: (release: Digest, more?: { token?: string; source?: string; parent?: Digest }) => Promise<Answer>;
  readonly live: () => Promise<Record<string, Digest>>;
  readonly pins: () => Promise<[string, Digest | null][]>;
}

const withWorld = (work: (world: World) => Promise<void>): Promise<void> =>
  withRegistry(async (registry) => {
    const mine = await registry.token({ role: 'publisher', source: 'github:42', subject: 'bot' });
    const head = async () => (await registry.call(pathOf(SCOPE, '/releases/head'), { token: mine })).json;
    const tryPublish: World['tryPublish'] = (connectors, liftPins = []) =>
      publish(registry, { token: mine, connectors, liftPins });
    await work({
      ...registry,
      mine,
      tryPublish,
      release: async (connectors, liftPins) => {
        const answer = await tryPublish(connectors, liftPins);
        assert.is(answer.status, 201, answer.text);
        return answer.json.digest;
      },
      back: async (release, { token = mine, source, parent } = {}) =>
        registry.call(pathOf(SCOPE, '/rollback'), {
          method: 'POST',
          token,
          headers: precondition(parent ?? (await headOf(registry, mine))),
          body: { release, reason: 'flows fail', ...(source === undefined ? {} : { source }) },
        }),
      live: async () => {
        const entries: [string, { digest: Digest }][] = Object.entries((await head()).entries);
        return Object.fromEntries(entries.map(([name, { digest }]) => [name, digest]));
      },
      pins: async () =>
        (await head()).pins.map(({ connector, rejected }: { connector: string; rejected: Digest | null }) => [
          connector,
          rejected,
        ]),
    });
  });

test('what was rejected is not published again, until it is something else', () =>
  withWorld(async ({ release, tryPublish, back, live, pins }) => {
    const first = await release({ weather: A });
    await release({ weather: B });
    await back(first);
    const held = await tryPublish({ weather: B, mail: MAIL });
    assert.is(held.status, 409);
    assert.is(held.json.code, 'release/held');
    assert.equal(held.json.connectors, ['weather']);
    assert.equal(await live(), { weather: A.digest });
    // The held connector stays as it is, the others go on.
    await release({ weather: A, mail: MAIL });
    assert.equal(await pins(), [['weather', B.digest]]);
    await release({ weather: C, mail: MAIL });
    assert.equal(await pins(), []);
    await release({ weather: B, mail: MAIL });
  }));

test('two rollbacks in a row hold both of what they reject', () =>
  withWorld(async ({ release, tryPublish, back, pins }) => {
    const first = await release({ weather: A });
    const second = await release({ weather: B });
    await release({ weather: C });
    await back(second);
    await back(first);
    assert.equal(new Set((await pins()).map(([, digest]) => digest)), new Set([B.digest, C.digest]));
    assert.is((await tryPublish({ weather: C })).json.code, 'release/held');
    assert.is((await tryPublish({ weather: B })).json.code, 'release/held');
  }));

test('rolling forward again lifts the pin of what comes back, and holds what goes', () =>
  withWorld(async ({ release, back, live, pins }) => {
    const first = await release({ weather: A });
    const second = await release({ weather: B });
    await back(first);
    await back(second);
    assert.equal(await live(), { weather: B.digest });
    assert.equal(await pins(), [['weather', A.digest]]);
  }));

test('a connector that the rollback takes away stays away, also after another sync', () =>
  withWorld(async ({ release, tryPublish, back, live }) => {
    const first = await release({ mail: MAIL });
    await release({ mail: MAIL, weather: A });
    await back(first);
    assert.equal(await live(), { mail: MAIL.digest });
    assert.is((await tryPublish({ mail: MAIL, weather: A })).json.code, 'release/held');
    assert.is((await tryPublish({ mail: MAIL })).status, 200);
  }));

test('a rollback that would take a name which another source has taken since is refused', () =>
  withWorld(async (world) => {
    const first = await world.release({ weather: A });
    await world.release({});
    const other = await world.token({ role: 'publisher', source: 'client:portal' });
    await publish(world, { token: other, connectors: { weather: MAIL } });
    const answer = await world.back(first);
    assert.is(answer.json.code, 'release/name-taken', answer.text);
  }));

test('only an operator rolls back the entries of another source', () =>
  withWorld(async (world) => {
    const first = await world.release({ weather: A });
    await world.release({ weather: B });
    const other = await world.token({ role: 'publisher', source: 'client:portal' });
    assert.is((await world.back(first, { token: other, source: 'github:42' })).json.code, 'auth/role-missing');
    const operator = await world.token({ role: 'operator' });
    assert.is((await world.back(first, { token: operator })).json.code, 'auth/source-missing');
    assert.is((await world.back(first, { token: operator, source: 'github:x' })).json.code, 'request/invalid');
    assert.is((await world.back(first, { token: operator, source: 'github:42' })).status, 201);
    assert.equal(await world.live(), { weather: A.digest });
  }));

test('a rollback names its parent, a reason and a release of this scope', () =>
  withWorld(async (world) => {
    const first = await world.release({ weather: A });
    await world.release({ weather: B });
    assert.is((await world.back(first, { parent: first })).json.code, 'release/parent-moved');
    assert.is((await world.back(A.digest)).json.code, 'not-found');
    const call = { method: 'POST', token: world.mine, body: { release: first, reason: 'x' } };
    assert.is((await world.call(pathOf(SCOPE, '/rollback'), call)).json.code, 'release/parent-needed');
    const silent = { ...call, body: { release: first, reason: '' } };
    assert.is((await world.call(pathOf(SCOPE, '/rollback'), silent)).json.code, 'request/invalid');
  }));

test('a rollback is not judged again by today’s rules', () =>
  withWorld(async ({ release, back, store }) => {
    const first = await release({ weather: A });
    await release({ weather: B });
    // No upload takes part in it: the bytes of the old revision are not even read.
    assert.is((await back(first)).status, 201);
    const records = await store.tenant(SCOPE.tenant).audit.list({ after: 0, limit: 99 });
    assert.is(records.at(-1)?.action, 'release/rollback');
    assert.is(records.filter(({ action }) => action === 'revision/upload').length, 2);
  }));

test.run();
