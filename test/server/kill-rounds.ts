import * as assert from 'uvu/assert';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { parseSource } from '../../src/domain/release.ts';
import { issueToken } from '../../src/server/auth/issue-token.ts';
import { caller, pathOf, SCOPE, type Registry } from './harness.ts';
import { commitCall, headOf } from './publishing.ts';
import { sample, type Sample } from './sample-connectors.ts';

type Connectors = Readonly<Record<string, Sample>>;

/** What a killed sync had been told before its server died. */
interface Told {
  readonly uploaded: string[];
  committed: boolean;
}

export interface KillCounts {
  /** Rounds after which the scope was still, or again, at the old release. */
  old: number;
  new: number;
  /** Of the new ones: the release was written, and nobody was told. */
  untold: number;
}

const CHILD = join(import.meta.dirname, 'serve-child.ts');
const CONNECTORS = 12;

/**
 * Syncs to a registry in a child process and kills it with SIGKILL at a random moment, again and again on one data folder. After each restart
 * the scope must be wholly at the old or the new release, nothing that was acknowledged may be missing, and the database must be sound.
 */
export async function killRounds(rounds: number): Promise<KillCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-kill-'));
  const counts: KillCounts = { old: 0, new: 0, untold: 0 };
  try {
    const token = await firstToken(folder);
    let live = connectorsOf(0);
    const { duration } = await withChild(folder, (call) => timed(() => sync(call, token, live)));
    for (let round = 1; round <= rounds; round += 1) {
      const next = connectorsOf(round);
      const delay = Math.random() * duration * 1.2;
      const told = await syncUntilKilled(folder, token, next, delay);
      const where = `round ${round}, killed after ${delay.toFixed(2)} ms`;
      checkDatabase(folder, where);
      const isNew = await withChild(folder, (call) => checkState(call, { token, live, next, told, where }));
      counts[isNew ? 'new' : 'old'] += 1;
      if (isNew && !told.committed) counts.untold += 1;
      if (isNew) live = next;
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function connectorsOf(round: number): Connectors {
  const names = Array.from({ length: CONNECTORS }, (_, index) => `connector-${index}`);
  // One of them comes or goes in each round, so that a release also adds and retires.
  const kept = names.filter((_, index) => index > 0 || round % 2 === 0);
  return Object.fromEntries(kept.map((name) => [name, sample(name.replace('-', ' '), `1.${round}`)]));
}

async function firstToken(folder: string): Promise<string> {
  const store = await openStore(folder);
  const { secret } = await issueToken(
    store.tenant(SCOPE.tenant),
    {
      name: 'sync',
      subject: 'sync',
      groups: [],
      role: 'publisher',
      source: parseSource('github:1'),
      grants: [{ subscription: SCOPE.subscription, region: SCOPE.region }],
      createdBy: 'test',
      expiresAt: undefined,
      now: new Date(),
    },
    (id) => ({ at: Date.now(), actor: 'test', action: 'token/create', on: id }),
  );
  await store.close();
  return secret;
}

async function startChild(folder: string): Promise<{ readonly child: ChildProcess; readonly call: Registry['call'] }> {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => [`the child ended with ${String(code)}`]),
  ])) as [unknown];
  assert.match(String(line), /^http:/);
  return { child, call: caller(String(line).trim()) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function withChild<T>(folder: string, work: (call: Registry['call']) => Promise<T>): Promise<T> {
  const { child, call } = await startChild(folder);
  try {
    return await work(call);
  } finally {
    await kill(child);
  }
}

async function timed(work: () => Promise<unknown>): Promise<{ readonly duration: number }> {
  const start = performance.now();
  await work();
  return { duration: performance.now() - start };
}

async function sync(call: Registry['call'], token: string, connectors: Connectors, told?: Told): Promise<void> {
  const parent = await headOf({ call }, token);
  for (const { digest, bytes } of Object.values(connectors)) {
    const put = await call(pathOf(SCOPE, `/revisions/${digest}`), { method: 'PUT', token, body: bytes });
    assert.is(put.status, 201, put.text);
    told?.uploaded.push(digest);
  }
  const answer = await call(pathOf(SCOPE, '/releases'), commitCall({ token, connectors, parent }));
  assert.is(answer.status, 201, answer.text);
  if (told !== undefined) told.committed = true;
}

async function syncUntilKilled(folder: string, token: string, next: Connectors, delay: number): Promise<Told> {
  const { child, call } = await startChild(folder);
  const told: Told = { uploaded: [], committed: false };
  const syncing = sync(call, token, next, told).catch((cause: unknown) => {
    // fetch throws a TypeError when the server is gone; anything else is a finding.
    if (!(cause instanceof TypeError)) throw cause;
  });
  await sleep(delay);
  await kill(child);
  await syncing;
  return told;
}

function checkDatabase(folder: string, where: string): void {
  const database = new DatabaseSync(join(folder, 'registry.sqlite'));
  try {
    assert.equal(
      database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((row) => ({ ...row })),
      [{ integrity_check: 'ok' }],
      where,
    );
    assert.equal(database.prepare('PRAGMA foreign_key_check').all(), [], where);
  } finally {
    database.close();
  }
}

interface Expected {
  readonly token: string;
  readonly live: Connectors;
  readonly next: Connectors;
  readonly told: Told;
  readonly where: string;
}

/** Whether the scope is at the new release. */
async function checkState(call: Registry['call'], { token, live, next, told, where }: Expected): Promise<boolean> {
  const head = await call(pathOf(SCOPE, '/releases/head'), { token });
  assert.is(head.status, 200, where);
  const served = Object.entries<{ digest: string }>(head.json.entries).map(([name, { digest }]) => `${name} ${digest}`);
  const text = (connectors: Connectors): string =>
    Object.entries(connectors)
      .map(([name, { digest }]) => `${name} ${digest}`)
      .sort()
      .join('\n');
  const now = served.sort().join('\n');
  assert.ok(now === text(live) || now === text(next), `${where}: neither the old nor the new release\n${now}`);
  const isNew = now === text(next);
  if (told.committed) assert.ok(isNew, `${where}: an acknowledged release is gone`);
  const body = { digests: [...told.uploaded, ...Object.values(isNew ? next : live).map(({ digest }) => digest)] };
  const missing = await call(pathOf(SCOPE, '/revisions/missing'), { method: 'POST', token, body });
  assert.equal(missing.json.missing, [], `${where}: an acknowledged upload is gone`);
  for (const [name, { content }] of Object.entries(isNew ? next : live).slice(0, 2)) {
    const definition = await call(pathOf(SCOPE, `/connectors/${name}/openapi.json`), { token });
    assert.equal(definition.json, content.openapi, where);
  }
  return isNew;
}
