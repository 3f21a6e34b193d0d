import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { runCli, sampleTree } from './run-cli.ts';

const test = suite('cli/fix-plan');

const FILE = 'connectors/sunrise/openapi.yaml';
const IDENTITY = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];

/** Runs in a repository in which the newest version breaks something. */
async function inBrokenTree(work: (root: string) => Promise<void>): Promise<void> {
  const tree = sampleTree();
  const git = (...args: string[]): unknown => execFileSync('git', [...IDENTITY, ...args], { cwd: tree.path });
  try {
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'x');
    const path = join(tree.path, FILE);
    writeFileSync(path, readFileSync(path, 'utf8').replace('type: number', 'type: string'));
    await work(tree.path);
  } finally {
    tree.remove();
  }
}

test('the plan is printed and nothing is written, until somebody says so', () =>
  inBrokenTree(async (root) => {
    const before = readFileSync(join(root, FILE), 'utf8');
    const told = await runCli(root, ['diff', '--base', 'HEAD']);
    assert.match(told.stdout, 'To go round it: the same command with --fix-plan');
    assert.match(told.stdout, /acknowledgements:\n {4}- base: sha256:/);

    const plan = await runCli(root, ['diff', '--base', 'HEAD', '--fix-plan']);
    assert.is(plan.code, 1, plan.stderr);
    assert.match(plan.stdout, 'what it became is "GetTimes_V2" at /v2/times/{day}, routed to /times/{day}');
    assert.match(plan.stdout, `+++ b/${FILE}`);
    assert.match(plan.stdout, '1 of 1 breaking change has a way out; to write it to 2 files, add --write');
    assert.is(readFileSync(join(root, FILE), 'utf8'), before);

    const written = await runCli(root, ['diff', '--base', 'HEAD', '--fix-plan', '--write']);
    assert.is(written.code, 0, written.stderr);
    assert.match(written.stdout, 'written to 2 files');
    const after = await runCli(root, ['diff', '--base', 'HEAD']);
    assert.is(after.code, 0, after.stdout);
    assert.is((await runCli(root, ['validate', '--base', 'HEAD'])).code, 0);
    assert.match((await runCli(root, ['diff', '--base', 'HEAD', '--fix-plan'])).stdout, 'Nothing breaks');
  }));

test('as data it has the same, and no other form', () =>
  inBrokenTree(async (root) => {
    const { stdout } = await runCli(root, ['diff', '--base', 'HEAD', '--fix-plan', '--format', 'json']);
    const plan = JSON.parse(stdout);
    assert.equal([plan.version, plan.written, plan.breaking, plan.left], [1, false, 1, 0]);
    assert.equal(plan.connectors[0].operations, [
      {
        operationId: 'GetTimes',
        way: 'new-version',
        newOperationId: 'GetTimes_V2',
        path: '/v2/times/{day}',
        routedTo: '/times/{day}',
      },
    ]);
    const other = await runCli(root, ['diff', '--base', 'HEAD', '--fix-plan', '--format', 'sarif']);
    assert.equal([other.code, other.stdout], [2, '']);
    assert.is((await runCli(root, ['diff', '--base', 'HEAD', '--write'])).code, 2);
  }));

test.run();
