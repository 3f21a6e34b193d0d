import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeLocalToken, startChild } from './child-registry.ts';
import { caller, pathOf, SCOPE } from './harness.ts';
import { sample } from './sample-connectors.ts';

const test = suite('server/stop');

test('a server that is told to stop finishes the request that it has, takes no other, and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  try {
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
    await pause(200);
    const ended = child.end('SIGTERM');
    await untilRefused(child.url);
    upload.end(bytes.slice(100));
    assert.is(await answered, 201);
    assert.is(await ended, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Waits until the address takes no connection any more. */
async function untilRefused(url: string): Promise<void> {
  for (;;) {
    const refused = await caller(url)('/healthz').then(
      ({ status }) => status === 503,
      () => true,
    );
    if (refused) return;
    await pause(20);
  }
}

test.run();
