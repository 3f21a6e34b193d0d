import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createHash } from 'node:crypto';
import { decodeRevision } from '../../src/digest/revision-bytes.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { pathOf, SCOPE, scopeOf, withRegistry, type Answer, type Registry } from './harness.ts';
import { commitCall, headOf, precondition, publish } from './publishing.ts';
import { sample, type Sample } from './sample-connectors.ts';

const test = suite('server/releases');

const WEATHER = sample('Weather');
const NEWER = sample('Weather', '2.0');
const MAIL = sample('Mail');

interface Rolling {
  readonly token: string;
  readonly release: string;
  readonly parent: Digest | null;
  readonly source?: string;
}

function rollBack({ call }: Registry, { token, release, parent, source }: Rolling): Promise<Answer> {
  return call(pathOf(SCOPE, '/rollback'), {
    method: 'POST',
    token,
    headers: precondition(parent),
    body: { release, reason: 'It broke', ...(source === undefined ? {} : { source }) },
  });
}

const publisher = ({ token }: Registry, source = 'github:1'): Promise<string> =>
  token({ role: 'publisher', source, subject: source });

async function namesIn({ call }: Registry, token: string): Promise<string[]> {
  const list = await call(pathOf(SCOPE, '/connectors'), { token });
  return list.json.connectors.map(({ name }: { name: string }) => name);
}

async function auditCount({ store }: Registry): Promise<number> {
  return (await store.tenant(SCOPE.tenant).audit.list({ after: 0, limit: 1000 })).length;
}

test('what is published is served, with its bytes', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const answer = await publish(registry, { token, connectors: { weather: WEATHER, mail: MAIL } });
    assert.is(answer.status, 201, answer.text);
    assert.is(answer.json.sequence, 1);
    assert.equal(await namesIn(registry, token), ['mail', 'weather']);
    const revision = await registry.call(pathOf(SCOPE, `/revisions/${WEATHER.digest}`), { token });
    assert.is(Buffer.compare(revision.bytes, WEATHER.bytes), 0);
    const definition = await registry.call(pathOf(SCOPE, '/connectors/weather/openapi.json'), { token });
    assert.equal(definition.json, WEATHER.content.openapi);
  }));

test('publishing what is live already writes nothing', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const first = await publish(registry, { token, connectors: { weather: WEATHER } });
    const before = await auditCount(registry);
    const again = await publish(registry, { token, connectors: { weather: WEATHER }, commit: 'later' });
    assert.is(again.status, 200);
    assert.equal(again.json, first.json);
    assert.is(await auditCount(registry), before);
  }));

test('a request whose answer got lost may be sent again', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const first = await publish(registry, { token, connectors: { weather: WEATHER }, parent: null });
    const again = await publish(registry, { token, connectors: { weather: WEATHER }, parent: null });
    assert.is(again.status, 200, again.text);
    assert.equal(again.json, first.json);
  }));

test('a parent that is not the newest release is refused, and nothing is written', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const first = await publish(registry, { token, connectors: { weather: WEATHER } });
    const second = await publish(registry, { token, connectors: { weather: NEWER } });
    const late = await publish(registry, { token, connectors: { mail: MAIL }, parent: first.json.digest });
    assert.is(late.status, 412);
    assert.is(late.json.code, 'release/parent-moved');
    assert.is(late.json.release, second.json.digest);
    const none = await publish(registry, { token, connectors: { mail: MAIL }, parent: null });
    assert.is(none.status, 412);
    assert.is(await headOf(registry, token), second.json.digest);
  }));

test('of ten publishers with one parent exactly one wins', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const samples = Array.from({ length: 10 }, (_, index) => sample('Weather', `1.${index}`));
    for (const { digest, bytes } of samples) {
      await registry.call(pathOf(SCOPE, `/revisions/${digest}`), { method: 'PUT', token, body: bytes });
    }
    const answers = await Promise.all(
      samples.map((weather, index) =>
        registry.call(
          pathOf(SCOPE, '/releases'),
          commitCall({ token, connectors: { weather }, parent: null, commit: `c${index}` }),
        ),
      ),
    );
    assert.equal(
      answers.map(({ status }) => status).sort((a, b) => a - b),
      [201, ...Array.from({ length: 9 }, () => 412)],
    );
  }));

test('a commit without a parent, or with two different ones, is refused', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const call = commitCall({ token, connectors: {}, parent: null });
    const bare = await registry.call(pathOf(SCOPE, '/releases'), { ...call, headers: {} });
    assert.is(bare.status, 428);
    const other = await registry.call(pathOf(SCOPE, '/releases'), { ...call, headers: precondition(WEATHER.digest) });
    assert.is(other.json.code, 'request/invalid');
    const body = { ...(call.body as object), scope: `${SCOPE.tenant}/${SCOPE.subscription}/northeurope` };
    const elsewhere = await registry.call(pathOf(SCOPE, '/releases'), { ...call, body });
    assert.is(elsewhere.json.code, 'request/invalid');
  }));

test('a name that another source published first is refused', () =>
  withRegistry(async (registry) => {
    const [one, two] = [await publisher(registry), await publisher(registry, 'github:2')];
    await publish(registry, { token: one, connectors: { weather: WEATHER } });
    const taken = await publish(registry, { token: two, connectors: { weather: NEWER, mail: MAIL } });
    assert.is(taken.status, 409);
    assert.is(taken.json.code, 'release/name-taken');
    assert.equal(taken.json.connectors, ['weather']);
    assert.equal(await namesIn(registry, one), ['weather']);
  }));

test('a source retires its own entries and never those of another', () =>
  withRegistry(async (registry) => {
    const [one, two] = [await publisher(registry), await publisher(registry, 'github:2')];
    await publish(registry, { token: one, connectors: { weather: WEATHER, sky: sample('Sky') } });
    await publish(registry, { token: two, connectors: { mail: MAIL } });
    assert.equal(await namesIn(registry, one), ['mail', 'sky', 'weather']);
    await publish(registry, { token: one, connectors: { weather: WEATHER } });
    assert.equal(await namesIn(registry, one), ['mail', 'weather']);
    await publish(registry, { token: two, connectors: {} });
    assert.equal(await namesIn(registry, one), ['weather']);
    const head = await registry.call(pathOf(SCOPE, '/releases/head'), { token: two });
    assert.equal(head.json.entries, {});
    assert.equal(head.json.taken, ['weather']);
  }));

test('a release that names a revision which its source did not upload is refused', () =>
  withRegistry(async (registry) => {
    const [one, two] = [await publisher(registry), await publisher(registry, 'github:2')];
    await publish(registry, { token: one, connectors: { weather: WEATHER } });
    // The registry has it, from somebody else: knowing a digest is not having the content.
    const parent = await headOf(registry, two);
    const call = commitCall({ token: two, connectors: { copy: WEATHER }, parent });
    const answer = await registry.call(pathOf(SCOPE, '/releases'), call);
    assert.is(answer.status, 422);
    assert.is(answer.json.code, 'release/revision-missing');
    assert.equal(answer.json.digests, [WEATHER.digest]);
    const missing = await registry.call(pathOf(SCOPE, '/revisions/missing'), {
      method: 'POST',
      token: two,
      body: { digests: [WEATHER.digest, MAIL.digest] },
    });
    assert.equal(new Set(missing.json.missing), new Set([WEATHER.digest, MAIL.digest]));
  }));

const put = ({ call }: Registry, token: string, digest: string, body: unknown): Promise<Answer> =>
  call(pathOf(SCOPE, `/revisions/${digest}`), { method: 'PUT', token, body });

test('an upload whose content has another digest is refused', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const answer = await put(registry, token, MAIL.digest, WEATHER.bytes);
    assert.is(answer.status, 422);
    assert.is(answer.json.code, 'revision/digest-mismatch');
    assert.match(answer.json.detail, WEATHER.digest);
  }));

test('an upload that is no revision is refused', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    for (const body of ['', '{', '[]', '{}', 'null', '{"version":1}', '['.repeat(100_000)]) {
      const answer = await put(registry, token, MAIL.digest, body);
      assert.is(answer.json.code, 'revision/unreadable', body.slice(0, 20));
    }
  }));

test('an upload that breaks a rule is refused with what is wrong, whoever judged it before', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const broken = sample('Weather', '1.0', { openapi: { ...WEATHER.content.openapi, swagger: '3.0' } });
    const answer = await put(registry, token, broken.digest, broken.bytes);
    assert.is(answer.status, 422);
    assert.is(answer.json.code, 'revision/rejected');
    assert.ok(answer.json.diagnostics.length > 0);
    for (const { code, severity, message } of answer.json.diagnostics) {
      assert.is(severity, 'error');
      assert.ok(code && message);
    }
  }));

test('an upload is stored once, and a second one says so', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    assert.is((await put(registry, token, MAIL.digest, MAIL.bytes)).status, 201);
    assert.is((await put(registry, token, MAIL.digest, MAIL.bytes)).status, 204);
  }));

test('a draft is refused', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const { body, ...call } = commitCall({ token, connectors: {}, parent: null });
    const owners = { users: [], groups: [], github: [] };
    const connectors = { weather: { digest: WEATHER.digest, stage: 'draft', owners } };
    const answer = await registry.call(pathOf(SCOPE, '/releases'), {
      ...call,
      body: { ...(body as object), connectors },
    });
    assert.is(answer.status, 422);
    assert.is(answer.json.code, 'release/draft');
  }));

test('a name that is none is refused, and so is a key that is not known', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const { body, ...call } = commitCall({ token, connectors: {}, parent: null });
    const entry = { digest: WEATHER.digest, stage: 'registered', owners: { users: [], groups: [], github: [] } };
    for (const name of ['', '..', 'a/b', '__proto__', 'Ä', 'a'.repeat(64)]) {
      const connectors = `{${JSON.stringify(name)}:${JSON.stringify(entry)}}`;
      const text = JSON.stringify(body).replace('"connectors":{}', `"connectors":${connectors}`);
      const answer = await registry.call(pathOf(SCOPE, '/releases'), { ...call, body: text });
      assert.is(answer.json.code, 'request/invalid', name);
    }
    const more = { ...(body as object), stage: 'certified' };
    assert.is((await registry.call(pathOf(SCOPE, '/releases'), { ...call, body: more })).status, 400);
  }));

/** Two releases: the newest is to be rolled back. */
async function twoReleases(
  registry: Registry,
  [before, after]: readonly [Record<string, Sample>, Record<string, Sample>],
): Promise<{ token: string; first: Digest; second: Digest }> {
  const token = await publisher(registry);
  const first = await publish(registry, { token, connectors: before });
  const second = await publish(registry, { token, connectors: after });
  return { token, first: first.json.digest, second: second.json.digest };
}

test('a rollback brings an earlier release back, and holds what it rejects until something new comes', () =>
  withRegistry(async (registry) => {
    const { token, first, second } = await twoReleases(registry, [{ weather: WEATHER }, { weather: NEWER }]);
    const back = await rollBack(registry, { token, release: first, parent: second });
    assert.is(back.status, 201, back.text);
    assert.equal(back.json.held, ['weather']);
    const head = await registry.call(pathOf(SCOPE, '/releases/head'), { token });
    assert.is(head.json.entries.weather.digest, WEATHER.digest);
    assert.equal(head.json.pins, [{ connector: 'weather', rejected: NEWER.digest, reason: 'It broke' }]);
    assert.is(head.json.lastApplied.release, second);
    const held = await publish(registry, { token, connectors: { weather: NEWER } });
    assert.is(held.status, 409);
    assert.is(held.json.code, 'release/held');
    assert.equal(held.json.connectors, ['weather']);
    const fixed = await publish(registry, { token, connectors: { weather: sample('Weather', '3.0') } });
    assert.is(fixed.status, 201, fixed.text);
    const after = await registry.call(pathOf(SCOPE, '/releases/head'), { token });
    assert.equal(after.json.pins, []);
  }));

test('a lifted pin lets the rejected content through', () =>
  withRegistry(async (registry) => {
    const { token, first, second } = await twoReleases(registry, [{ weather: WEATHER }, { weather: NEWER }]);
    await rollBack(registry, { token, release: first, parent: second });
    const lifted = await publish(registry, { token, connectors: { weather: NEWER }, liftPins: ['weather'] });
    assert.is(lifted.status, 201, lifted.text);
    const head = await registry.call(pathOf(SCOPE, '/releases/head'), { token });
    assert.equal(head.json.pins, []);
  }));

test('a rollback of a retirement rejects the absence: the next sync does not retire it again', () =>
  withRegistry(async (registry) => {
    const both = { weather: WEATHER, mail: MAIL };
    const { token, first, second } = await twoReleases(registry, [both, { mail: MAIL }]);
    await rollBack(registry, { token, release: first, parent: second });
    const head = await registry.call(pathOf(SCOPE, '/releases/head'), { token });
    assert.equal(head.json.pins, [{ connector: 'weather', rejected: null, reason: 'It broke' }]);
    const held = await publish(registry, { token, connectors: { mail: MAIL } });
    assert.is(held.json.code, 'release/held');
    const lifted = await publish(registry, { token, connectors: { mail: MAIL }, liftPins: ['weather'] });
    assert.is(lifted.status, 201, lifted.text);
  }));

test('a rollback touches the entries of its own source only', () =>
  withRegistry(async (registry) => {
    const { token, first } = await twoReleases(registry, [{ weather: WEATHER }, { weather: NEWER }]);
    const other = await publisher(registry, 'github:2');
    const third = await publish(registry, { token: other, connectors: { mail: MAIL } });
    const refused = await rollBack(registry, {
      token: other,
      release: first,
      parent: third.json.digest,
      source: 'github:1',
    });
    assert.is(refused.json.code, 'auth/role-missing');
    const operator = await registry.token({ role: 'operator' });
    const nothing = await rollBack(registry, { token: operator, release: first, parent: third.json.digest });
    assert.is(nothing.json.code, 'auth/source-missing');
    const back = await rollBack(registry, {
      token: operator,
      release: first,
      parent: third.json.digest,
      source: 'github:1',
    });
    assert.is(back.status, 201, back.text);
    assert.equal(await namesIn(registry, token), ['mail', 'weather']);
  }));

test('a rollback to what is live writes nothing, and one to an unknown release finds nothing', () =>
  withRegistry(async (registry) => {
    const { token, second } = await twoReleases(registry, [{ weather: WEATHER }, { weather: NEWER }]);
    const before = await auditCount(registry);
    const same = await rollBack(registry, { token, release: second, parent: second });
    assert.is(same.status, 200);
    const unknown = await rollBack(registry, { token, release: MAIL.digest, parent: second });
    assert.is(unknown.status, 404);
    const late = await rollBack(registry, { token, release: second, parent: MAIL.digest });
    assert.is(late.status, 412);
    assert.is(await auditCount(registry), before);
  }));

test('releases are a chain: each is its digest, and names its parent', () =>
  withRegistry(async (registry) => {
    const { token, first, second } = await twoReleases(registry, [{ weather: WEATHER }, { weather: NEWER }]);
    await rollBack(registry, { token, release: first, parent: second });
    const list = await registry.call(pathOf(SCOPE, '/releases'), { token });
    assert.equal(
      list.json.releases.map(({ kind, sequence }: { kind: string; sequence: number }) => [sequence, kind]),
      [
        [3, 'rollback'],
        [2, 'publish'],
        [1, 'publish'],
      ],
    );
    let next: string | null = await headOf(registry, token);
    let length = 0;
    while (next !== null) {
      const release: Answer = await registry.call(pathOf(SCOPE, `/releases/${next}`), { token });
      assert.is(`sha256:${createHash('sha256').update(release.bytes).digest('hex')}`, next);
      next = release.json.parent;
      length += 1;
    }
    assert.is(length, 3);
  }));

test('the same body gives every scope a release of its own', () =>
  withRegistry(async (registry) => {
    const other = scopeOf(1, 4);
    const token = await registry.token({
      role: 'publisher',
      source: 'github:1',
      grants: [
        { subscription: SCOPE.subscription, region: '*' },
        { subscription: other.subscription, region: '*' },
      ],
    });
    const one = await publish(registry, { token, connectors: { weather: WEATHER } });
    const two = await publish(registry, { token, connectors: { weather: WEATHER }, scope: other });
    assert.is(two.status, 201, two.text);
    assert.is.not(one.json.digest, two.json.digest);
  }));

test('what comes back is a revision again, with script and readme', () =>
  withRegistry(async (registry) => {
    const token = await publisher(registry);
    const method =
      'public override async Task<HttpResponseMessage> ExecuteAsync() { return await this.Context.SendAsync(this.Context.Request, this.CancellationToken); }';
    const script = `public class Script : ScriptBase\n{\n    ${method}\n}\n`;
    const rich = sample('Weather', '1.0', { script });
    const answer = await publish(registry, { token, connectors: { weather: rich } });
    assert.is(answer.status, 201, answer.text);
    const { bytes } = await registry.call(pathOf(SCOPE, `/revisions/${rich.digest}`), { token });
    const decoded = decodeRevision(bytes);
    assert.is(decoded.kind, 'revision');
    if (decoded.kind === 'revision') assert.equal(decoded.content, rich.content);
  }));

test.run();
