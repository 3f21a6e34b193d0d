import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/adapters/store/sqlite/migrate.ts';
import { openConnection } from '../../src/adapters/store/sqlite/connection.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite/sqlite-store.ts';
import { Failure } from '../../src/domain/failure.ts';
import { createSignInCode } from '../../src/server/bootstrap.ts';
import { listen } from '../../src/server/listen.ts';
import { caller, pathOf, SCOPE, tokens, withRegistry, type Registry } from './harness.ts';
import { commitCall, headOf, publish } from './publishing.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/trouble');

const WEATHER = sample('Weather');
const DAY_MS = 24 * 60 * 60 * 1000;

test('a token ends at its time, to the millisecond', () =>
  withRegistry(async ({ call, clock, token }) => {
    const expiresAt = clock.now.getTime() + DAY_MS;
    const own = await token({ role: 'operator', expiresAt });
    clock.now = new Date(expiresAt - 1);
    assert.is((await call('/v1/grants', { token: own })).status, 200);
    clock.now = new Date(expiresAt);
    const refused = await call('/v1/grants', { token: own });
    assert.is(refused.status, 401);
    assert.is(refused.json.code, 'auth/token-expired');
    assert.match(refused.headers.get('www-authenticate') ?? '', 'invalid_token');
  }));

test('a token that was made with days ends after them', () =>
  withRegistry(async ({ call, clock, token }) => {
    const body = { name: 'bob', subject: 'bob', role: 'operator', expiresInDays: 2 };
    const made = await call('/v1/tokens', { method: 'POST', token: await token({ role: 'operator' }), body });
    clock.now = new Date(clock.now.getTime() + 2 * DAY_MS);
    assert.is((await call('/v1/grants', { token: made.json.token })).json.code, 'auth/token-expired');
  }));

test('a revoked token ends at once, with the sessions that were opened by it', () =>
  withRegistry(async ({ call, clock, store, token }) => {
    const operator = await token({ role: 'operator' });
    const body = { name: 'bob', subject: 'bob', role: 'operator' };
    const made = await call('/v1/tokens', { method: 'POST', token: operator, body });
    const own = made.json.token;
    const code = await createSignInCode(store, { tenant: SCOPE.tenant, tokenId: made.json.id, now: clock.now });
    const signedIn = await call(`/signin/${code}`);
    assert.is(signedIn.status, 303);
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    assert.is((await call('/v1/grants', { headers: { cookie } })).status, 200);
    const revoked = await call(`/v1/tokens/${made.json.id}`, { method: 'DELETE', token: operator });
    assert.is(revoked.status, 204);
    assert.is((await call('/v1/grants', { token: own })).json.code, 'auth/token-invalid');
    assert.is((await call('/v1/grants', { headers: { cookie } })).json.code, 'auth/token-missing');
    assert.is((await call(`/signin/${code}`)).status, 404);
  }));

test('a sign-in link works once, and its cookie is for this browser and this site', () =>
  withRegistry(async ({ call, clock, store, token, log }) => {
    await token();
    const [{ id: tokenId } = { id: '' }] = await store.tenant(SCOPE.tenant).tokens.list();
    const code = await createSignInCode(store, { tenant: SCOPE.tenant, tokenId, now: clock.now });
    // Whoever only looks whether the link is there does not use it up.
    assert.is((await call(`/signin/${code}`, { method: 'HEAD' })).status, 404);
    const first = await call(`/signin/${code}`);
    assert.is(first.status, 303);
    assert.is(first.headers.get('location'), '/');
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) {
      assert.match(first.headers.get('set-cookie') ?? '', flag);
    }
    assert.is((await call(`/signin/${code}`)).status, 404);
    const late = await createSignInCode(store, { tenant: SCOPE.tenant, tokenId, now: clock.now });
    clock.now = new Date(clock.now.getTime() + 10 * 60_000);
    assert.is((await call(`/signin/${late}`)).status, 404);
    assert.not.ok(
      log.some((line) => line.includes(code) || line.includes(late)),
      'the log holds the code',
    );
  }));

test('no token, cookie or body is ever logged', () =>
  withRegistry(async (registry) => {
    const token = await registry.token({ role: 'publisher', source: 'github:1' });
    await publish(registry, { token, connectors: { weather: WEATHER } });
    await registry.call('/v1/grants?token=very-secret', {
      token,
      headers: { cookie: 'connectors-session=very-secret' },
    });
    const log = registry.log.join('\n');
    assert.ok(log.length > 0);
    for (const secret of [token, 'very-secret', 'Contoso']) assert.not.ok(log.includes(secret), secret);
  }));

/** A registry whose database may hold only so many pages more than it holds now. */
async function withFullDisk(
  work: (world: Pick<Registry, 'call' | 'token'>, room: (pages: number) => void) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'registry-full-'));
  const file = join(folder, 'registry.sqlite');
  const connection = openConnection(file);
  migrate(connection, file);
  const store = sqliteStore(connection);
  const running = await listen({ store, port: 0, config: { log: { level: 'silent' } } });
  const room = (pages: number): void => {
    const held = Number(Object.values(connection.one('PRAGMA page_count') ?? {})[0]);
    connection.script(`PRAGMA max_page_count = ${held + pages}`);
  };
  try {
    await work({ call: caller(running.url), token: tokens(store, { now: new Date() }) }, room);
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a full disk is told as such, leaves nothing half written, and is over when there is room', () =>
  withFullDisk(async ({ call, token }, room) => {
    const own = await token({ role: 'publisher', source: 'github:1' });
    const first = await publish({ call }, { token: own, connectors: { weather: WEATHER } });
    room(0);
    // Random, because what is stored is compressed.
    const big = sample('Mail', '1.0', { readme: randomBytes(200_000).toString('base64') });
    const put = () => call(pathOf(SCOPE, `/revisions/${big.digest}`), { method: 'PUT', token: own, body: big.bytes });
    const refused = await put();
    assert.is(refused.status, 503, refused.text);
    assert.is(refused.json.code, 'unavailable');
    assert.ok(refused.headers.get('retry-after'));
    assert.not.match(refused.text, /sqlite|registry-full|\/tmp/i);
    // Reading goes on.
    assert.is(await headOf({ call }, own), first.json.digest);
    const missing = await call(pathOf(SCOPE, '/revisions/missing'), {
      method: 'POST',
      token: own,
      body: { digests: [big.digest] },
    });
    assert.equal(missing.json.missing, [big.digest]);
    room(10_000);
    assert.is((await put()).status, 201);
  }));

test('a disk that is full at the commit of a release leaves the old one', () =>
  withFullDisk(async ({ call, token }, room) => {
    const own = await token({ role: 'publisher', source: 'github:1' });
    const first = await publish({ call }, { token: own, connectors: { weather: WEATHER } });
    const parent = first.json.digest;
    // Hundreds of entries with long owners need more pages than there are.
    const connectors = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`weather-${index}`, WEATHER]));
    const owners = { users: Array.from({ length: 50 }, (_, index) => `user-${index}`) };
    const commit = commitCall({ token: own, connectors, parent, owners });
    room(3);
    const refused = await call(pathOf(SCOPE, '/releases'), commit);
    assert.is(refused.status, 503, refused.text);
    assert.is(await headOf({ call }, own), parent);
    room(10_000);
    const answer = await call(pathOf(SCOPE, '/releases'), commit);
    assert.is(answer.status, 201, answer.text);
  }));

test('a second registry on the same data folder is refused, and the first goes on', () =>
  withRegistry(async ({ folder, call }) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-child.ts'), folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (bytes) => (said += String(bytes)));
    const [code] = await once(child, 'close');
    assert.is.not(code, 0);
    assert.match(said, 'Another server uses the registry');
    assert.is((await call('/readyz')).status, 200);
  }));

test('a port that is taken is told as such', () =>
  withRegistry(async ({ url }) => {
    const folder = mkdtempSync(join(tmpdir(), 'registry-port-'));
    const store = await openStore(folder);
    try {
      await listen({ store, port: Number(new URL(url).port) });
      assert.unreachable();
    } catch (cause) {
      assert.instance(cause, Failure);
      assert.match((cause as Failure).message, 'the port is in use');
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }));

test('what is not HTTP, and bodies that lie about themselves, do not stop the registry', () =>
  withRegistry(async ({ url, call, token }) => {
    const { port } = new URL(url);
    for (const bytes of [
      '\0\0\0\0',
      'GET / HTTP/9.9\r\n\r\n',
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
    ]) {
      const socket = createConnection(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.resume();
      socket.write(bytes);
      await new Promise((resolve) => socket.once('close', resolve));
    }
    const operator = await token({ role: 'operator' });
    const send = (body: string | Uint8Array, headers = {}) =>
      call('/v1/grants', { method: 'POST', token: operator, body, headers });
    assert.is((await send('{')).json.code, 'request/not-json');
    assert.is((await send(Buffer.from([0x22, 0xff, 0x22]))).json.code, 'request/not-json');
    assert.is((await send('{}', { 'content-type': 'text/plain' })).json.code, 'request/unsupported-type');
    assert.is((await send(`"${'x'.repeat(20_000)}"`)).json.code, 'request/too-large');
    assert.is((await send('['.repeat(10_000))).json.code, 'request/not-json');
    assert.is((await send('{"__proto__": {"holder": 1}}')).json.code, 'request/invalid');
    assert.is((await call('/healthz')).status, 200);
  }));

test.run();
