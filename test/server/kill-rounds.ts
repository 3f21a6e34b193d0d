import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as assert from 'uvu/assert';
import { decodeRevision } from '../../src/digest/revision-bytes.ts';
import { digestOf } from '../../src/digest/revision-digest.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { makeLocalToken, startChild } from './child-registry.ts';
import { caller, pathOf, SCOPE, type Registry } from './harness.ts';
import { publish } from './publishing.ts';
import { sample, type Sample } from './sample-connectors.ts';

export interface Tally {
  /** Rounds after which the scope was at the old release, and at the new one. */
  readonly old: number;
  readonly new: number;
  /** Rounds whose commit had been acknowledged before the kill. */
  readonly acknowledged: number;
}

/**
 * Kills a registry at random moments of a sync, `rounds` times, and starts it again. After each start the scope is wholly at the old release
 * or wholly at the new one, what was acknowledged is there, and every stored byte still is what its digest says.
 */
export async function killRounds(rounds: number, seed: number): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-kill-'));
  try {
    const token = await makeLocalToken(folder);
    const random = randomFrom(seed);
    const tally = { old: 0, new: 0, acknowledged: 0 };
    const first = await syncWhole(folder, token);
    let live = first.digests;
    for (let round = 1; round <= rounds; round += 1) {
      const wanted = connectorsOf(round);
      const acknowledged = await syncAndKill(folder, token, wanted, random() * first.duration * 1.3);
      const now = await stateOf(folder, token);
      const isNew = JSON.stringify(now) === JSON.stringify(digestsOf(wanted));
      if (!isNew) assert.equal(now, live, `round ${round} of seed ${seed}: a mix of two releases`);
      if (acknowledged) assert.ok(isNew, `round ${round} of seed ${seed}: an acknowledged release is gone`);
      tally[isNew ? 'new' : 'old'] += 1;
      tally.acknowledged += Number(acknowledged);
      if (isNew) live = now;
    }
    await checkWhole(folder);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A first sync that nobody disturbs: what is live after it, and how long it takes. */
async function syncWhole(folder: string, token: string): Promise<{ digests: object; duration: number }> {
  const child = await startChild(folder);
  const wanted = connectorsOf(0);
  const started = performance.now();
  const answer = await publish({ call: caller(child.url) }, { token, connectors: wanted, commit: 'round 0' });
  const duration = performance.now() - started;
  assert.is(answer.status, 201, answer.text);
  assert.is(await child.end('SIGTERM'), 0);
  return { digests: digestsOf(wanted), duration };
}

/** Whether the commit was acknowledged before the kill came. */
async function syncAndKill(
  folder: string,
  token: string,
  connectors: Record<string, Sample>,
  afterMs: number,
): Promise<boolean> {
  const child = await startChild(folder);
  const syncing = publish({ call: caller(child.url) }, { token, connectors }).then(
    (answer) => answer.status === 201,
    () => false,
  );
  await pause(afterMs);
  await child.end('SIGKILL');
  return syncing;
}

/** What the scope serves after a restart, by name. */
async function stateOf(folder: string, token: string): Promise<object> {
  const child = await startChild(folder);
  const call = caller(child.url);
  const { json } = await call(pathOf(SCOPE, '/releases/head'), { token });
  for (const { digest } of Object.values<{ digest: string }>(json.entries)) await checkRevision(call, token, digest);
  const { bytes } = await call(pathOf(SCOPE, `/releases/${json.release}`), { token });
  assert.is(`sha256:${createHash('sha256').update(bytes).digest('hex')}`, json.release);
  assert.is(await child.end('SIGTERM'), 0);
  return digestsOf(json.entries);
}

async function checkRevision(call: Registry['call'], token: string, digest: string): Promise<void> {
  const { bytes } = await call(pathOf(SCOPE, `/revisions/${digest}`), { token });
  const decoded = decodeRevision(bytes);
  assert.is(decoded.kind === 'revision' && digestOf(decoded.content), digest);
}

/** As many audit records of releases as releases, and the chain without a gap. */
async function checkWhole(folder: string): Promise<void> {
  const store = await openStore(folder);
  const tenant = store.tenant(SCOPE.tenant);
  const releases = await tenant.releases.list(SCOPE, { before: Number.MAX_SAFE_INTEGER, limit: 10_000 });
  const records = await tenant.audit.list({ after: 0, limit: 100_000 });
  await store.close();
  assert.equal(
    releases.map(({ sequence }) => sequence),
    releases.map((_, index) => releases.length - index),
  );
  assert.is(records.filter(({ action }) => action === 'release/publish').length, releases.length);
}

/** Twelve connectors, each with content of this round's own. */
function connectorsOf(round: number): Record<string, Sample> {
  const names = Array.from({ length: 12 }, (_, index) => `connector-${String(index).padStart(2, '0')}`);
  return Object.fromEntries(names.map((name) => [name, sample(name, `${round}.0`)]));
}

function digestsOf(entries: Record<string, { readonly digest: string }>): object {
  return Object.fromEntries(Object.entries(entries).map(([name, { digest }]) => [name, digest]));
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
