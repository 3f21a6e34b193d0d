import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/start');

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

/** `npm start` in a folder, until it says how to stop or ends. */
async function startIn(folder: string): Promise<Started> {
  const child = spawn(process.execPath, [resolve('scripts/start.ts')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  await new Promise<void>((done) => {
    child.once('close', () => done());
    const timer = setInterval(() => {
      if (!text.includes('Ctrl-C stops') && child.exitCode === null) return;
      clearInterval(timer);
      done();
    }, 20);
  });
  return { child, output: () => text };
}

async function stop({ child }: Started): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  return code;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function treeOnFreePort(): Promise<ReturnType<typeof sampleTree> & { readonly url: string }> {
  const tree = sampleTree();
  const file = join(tree.path, 'registry.yaml');
  const url = `http://127.0.0.1:${await freePort()}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace('http://127.0.0.1:1', url));
  return { ...tree, url };
}

test('the first start publishes, the second changes nothing, and the link signs in once', async () => {
  const tree = await treeOnFreePort();
  try {
    const first = await startIn(tree.path);
    assert.match(first.output(), /sunrise +Sunrise +1 +0 +new/, first.output());
    assert.match(first.output(), 'Release 1 is live: 1 revision uploaded.');
    assert.is(statSync(join(tree.path, '.registry/token')).mode & 0o777, 0o600);

    const link = /Sign in +(\S+)/.exec(first.output())![1]!;
    const signedIn = await fetch(link, { redirect: 'manual' });
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Strict/);
    const page = await fetch(`${tree.url}/`, { headers: { cookie: cookie.split(';')[0]! } });
    assert.match(await page.text(), 'Sunrise');
    assert.match(page.headers.get('content-security-policy') ?? '', "default-src 'none'");
    assert.not.match(await (await fetch(`${tree.url}/`)).text(), 'Sunrise');
    assert.is((await fetch(link, { redirect: 'manual' })).status, 404);

    const rival = await runCli(tree.path, ['serve', '--port', '0']);
    assert.is(rival.code, 7, rival.stdout + rival.stderr);
    assert.match(rival.stderr, '.registry');

    const planned = await runCli(tree.path, ['plan']);
    assert.is(planned.code, 0, planned.stdout + planned.stderr);
    assert.match(planned.stdout, 'No changes.');
    assert.is(await stop(first), 0);

    const second = await startIn(tree.path);
    assert.match(second.output(), /sunrise .* no changes/);
    assert.match(second.output(), 'No changes: nothing was written.');
    assert.is(await stop(second), 0);
  } finally {
    tree.remove();
  }
});

test('an edit, a rollback, a hold and a new edit, by the command line alone', async () => {
  const tree = await treeOnFreePort();
  const file = join(tree.path, 'connectors/sunrise/openapi.yaml');
  const edit = (from: string, to: string): void => writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  let started: Started | undefined;
  try {
    started = await startIn(tree.path);
    const api = `${tree.url}/v1/scopes/11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222/westeurope`;
    const authorization = `Bearer ${readFileSync(join(tree.path, '.registry/token'), 'utf8').trim()}`;
    const summary = async (): Promise<unknown> => {
      const answer = await fetch(`${api}/connectors/sunrise/openapi.json`, { headers: { authorization } });
      return (JSON.parse(await answer.text()) as { paths: { '/times/{day}': { get: { summary: string } } } }).paths[
        '/times/{day}'
      ].get.summary;
    };
    const head = async (): Promise<string> =>
      ((await (await fetch(`${api}/releases/head`, { headers: { authorization } })).json()) as { release: string })
        .release;
    const first = await head();

    edit('Get the times of a day', 'Get the sun times of a day');
    const planned = await runCli(tree.path, ['plan', '--out', 'plan.json']);
    assert.is(planned.code, 4, planned.stderr);
    assert.match(planned.stdout, '~ update sunrise');
    const synced = await runCli(tree.path, ['sync', '--plan', 'plan.json']);
    assert.is(synced.code, 0, synced.stderr);
    assert.is(await summary(), 'Get the sun times of a day');
    assert.is((await runCli(tree.path, ['sync', '--plan', 'plan.json'])).code, 6);

    const back = await runCli(tree.path, ['rollback', first, '--target', 'local', '--reason', 'too wordy']);
    assert.is(back.code, 0, back.stderr);
    assert.is(await summary(), 'Get the times of a day');
    const held = await runCli(tree.path, ['sync']);
    assert.is(held.code, 0, held.stderr);
    assert.match(held.stdout, 'no changes (1 held)');
    assert.is(await summary(), 'Get the times of a day');

    const lifted = await runCli(tree.path, ['sync', '--lift', 'sunrise']);
    assert.is(lifted.code, 0, lifted.stderr);
    assert.is(await summary(), 'Get the sun times of a day');
    await runCli(tree.path, ['rollback', first, '--target', 'local']);
    edit('Get the sun times of a day', 'Get sunrise and sunset of a day');
    assert.is((await runCli(tree.path, ['sync'])).code, 0);
    assert.is(await summary(), 'Get sunrise and sunset of a day');
  } finally {
    if (started !== undefined) await stop(started);
    tree.remove();
  }
});

test('a breaking change is refused until it is acknowledged for exactly this base', async () => {
  const tree = await treeOnFreePort();
  const folder = join(tree.path, 'connectors/sunrise');
  const edit = (name: string, from: string, to: string): void =>
    writeFileSync(join(folder, name), readFileSync(join(folder, name), 'utf8').replace(from, to));
  let started: Started | undefined;
  try {
    started = await startIn(tree.path);
    edit('openapi.yaml', 'operationId: GetTimes', 'operationId: GetSunTimes');
    const refused = await runCli(tree.path, ['sync']);
    assert.is(refused.code, 5, refused.stdout + refused.stderr);
    assert.match(refused.stderr, 'not acknowledged in connector.yaml');
    const plan = JSON.parse((await runCli(tree.path, ['plan', '--format', 'json'])).stdout) as {
      targets: { steps: { from: string; refused: { override: string } }[] }[];
    };
    const [step] = plan.targets[0]!.steps;
    const offered =
      /^ {2}acknowledgements:\n(?: {4}.*\n)+/m.exec((await runCli(tree.path, ['plan'])).stdout)?.[0] ?? '';
    const entry = offered.replaceAll(/^ {2}/gm, '');
    writeFileSync(join(folder, 'connector.yaml'), `${readFileSync(join(folder, 'connector.yaml'), 'utf8')}${entry}`);
    assert.is((await runCli(tree.path, ['plan'])).code, 4);
    edit('connector.yaml', entry, '');
    const wrong = await runCli(tree.path, ['sync', '--override', `sha256:${'0'.repeat(64)}`, '--reason', 'x']);
    assert.is(wrong.code, 5);
    const allowed = await runCli(tree.path, [
      'sync',
      '--override',
      step!.refused.override,
      '--reason',
      'nobody uses it yet',
    ]);
    assert.is(allowed.code, 0, allowed.stderr);
  } finally {
    if (started !== undefined) await stop(started);
    tree.remove();
  }
});

test('a connector with an error is not published, and nothing is started', async () => {
  const tree = await treeOnFreePort();
  try {
    writeFileSync(join(tree.path, 'connectors/sunrise/openapi.yaml'), 'swagger: "2.0"\n');
    const started = await startIn(tree.path);
    assert.is(await stop(started), 1);
    assert.match(started.output(), 'connectors/sunrise/openapi.yaml:1:1 error');
  } finally {
    tree.remove();
  }
});

test.run();
