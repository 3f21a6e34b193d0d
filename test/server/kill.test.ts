import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeLocalToken, startChild } from './child-registry.ts';
import { caller, pathOf, SCOPE } from './harness.ts';
import { killRounds } from './kill-rounds.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/kill');

test('a server that is killed in a sync comes back at the old or at the new release', async () => {
  const seed = Date.now() % 1_000_000;
  const tally = await killRounds(3, seed);
  assert.is(tally.old + tally.new, 3, `seed ${seed}`);
});

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  await work(folder).finally(() => rmSync(folder, { recursive: true }));
};

test('a second process on the same data folder ends with a message, and the first goes on', () =>
  inFolder(async (folder) => {
    const first = await startChild(folder);
    let message = '';
    await startChild(folder).catch((cause: Error) => (message = cause.message));
    assert.match(message, /ended with 7: Another server uses the registry's database/);
    assert.is((await caller(first.url)('/readyz')).status, 200);
    assert.is(await first.end('SIGTERM'), 0);
  }));

test('a server that is told to stop finishes the request that it has, and takes no other', () =>
  inFolder(async (folder) => {
    const token = await makeLocalToken(folder);
    const child = await startChild(folder);
    const { digest, bytes } = sample();
    const upload = request(`${child.url}${pathOf(SCOPE, `/revisions/${digest}`)}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': bytes.length },
    });
    const answered = once(upload, 'response').then(([response]) => response.statusCode);
    upload.write(bytes.slice(0, 100));
    // The request has reached the server before the signal does.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const ended = child.end('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const refused = await caller(child.url)('/healthz').then(
      () => false,
      () => true,
    );
    assert.ok(refused);
    upload.end(bytes.slice(100));
    assert.is(await answered, 201);
    assert.is(await ended, 0);
  }));

test.run();
