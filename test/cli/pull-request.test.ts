import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Failing } from '../actions/fake-answers.ts';
import { FakeGitHub } from '../actions/fake-github.ts';
import { hasTerminal, pressing } from './pressing.ts';
import { runCli, temporaryFolder, type Ran } from './run-cli.ts';

const test = suite('cli/pull-request');

const SOURCE = resolve('test/fixtures/import/petstore.yaml');
const URL_OF_REMOTE = 'https://github.example/contoso/connectors.git';
const MAY = { metadata: 'read', 'pull-requests': 'write' } as const;

interface Clone {
  readonly github: FakeGitHub;
  readonly token: string;
  /** The clone's folder. */
  readonly path: string;
  readonly git: (...args: string[]) => string;
  /** In the repository at the remote. */
  readonly there: (...args: string[]) => string;
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Ran>;
}

/** A clone of a repository that git reaches on this disk, under an address of GitHub, and GitHub's API in its place. */
async function inClone(body: (clone: Clone) => Promise<void>): Promise<void> {
  await using github = await FakeGitHub.start('contoso/connectors');
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  const git = (cwd: string, args: readonly string[]): string =>
    execFileSync('git', args, { cwd, env: { PATH: process.env['PATH'], ...GIT }, encoding: 'utf8' }).trim();
  try {
    mkdirSync(at('remote.git'));
    mkdirSync(at('clone'));
    git(at('remote.git'), ['init', '--quiet', '--bare', '--initial-branch=main']);
    git(at('clone'), ['init', '--quiet', '--initial-branch=main']);
    git(at('clone'), ['remote', 'add', 'origin', URL_OF_REMOTE]);
    git(at('clone'), ['config', `url.${at('remote.git')}.insteadOf`, URL_OF_REMOTE]);
    writeFileSync(at('clone/readme.txt'), 'Ours\n');
    git(at('clone'), ['add', '.']);
    git(at('clone'), ['commit', '--quiet', '-m', 'Begin']);
    git(at('clone'), ['push', '--quiet', '-u', 'origin', 'main']);
    const token = github.issueToken(MAY);
    await body({
      github,
      token,
      path: at('clone'),
      git: (...args) => git(at('clone'), args),
      there: (...args) => git(at('remote.git'), args),
      run: async (args, env = {}) =>
        runCli(at('clone'), args, {
          ...GIT,
          GITHUB_SERVER_URL: 'https://github.example',
          GITHUB_API_URL: github.url,
          GH_TOKEN: token,
          ...env,
        }),
    });
    assert.equal(github.violations, []);
  } finally {
    folder.remove();
  }
}

const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

test('an import becomes a branch, a commit and a pull request', () =>
  inClone(async ({ github, token, path, git, there, run }) => {
    writeFileSync(join(path, 'readme.txt'), 'Ours, not committed\n');
    writeFileSync(join(path, 'staged.txt'), 'Staged\n');
    git('add', 'staged.txt');
    const ran = await run(['import', SOURCE, '--pull-request']);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, 'Pull request: https://github.example/contoso/connectors/pull/1');
    assert.not.match(ran.stdout + ran.stderr, token);
    const [opened] = github.pullRequests;
    assert.is(opened!.title, 'Add connector Pet Store');
    assert.is(opened!.head.branch, 'add-pet-store');
    assert.is(opened!.baseBranch, 'main');
    assert.match(opened!.body!, '4 operations, from `petstore.yaml`');
    assert.not.match(opened!.body!, path);
    assert.is(there('log', '--format=%s', 'add-pet-store'), 'Add connector Pet Store\nBegin');
    assert.equal(there('ls-tree', '-r', '--name-only', 'add-pet-store').split('\n'), [
      ...['.import.json', 'README.md', 'connector.yaml', 'icon.png', 'openapi.yaml'].map(
        (name) => `connectors/pet-store/${name}`,
      ),
      'readme.txt',
    ]);
    assert.is(git('branch', '--show-current'), 'add-pet-store');
    assert.is(git('status', '--short'), 'M readme.txt\nA  staged.txt');
    assert.is(git('rev-parse', 'HEAD'), there('rev-parse', 'add-pet-store'));
    assert.is(git('rev-parse', '--abbrev-ref', '@{upstream}'), 'origin/add-pet-store');
  }));

test('a newer source is one more commit of the pull request that is open', () =>
  inClone(async ({ github, path, git, there, run }) => {
    await run(['import', SOURCE, '--pull-request']);
    const newer = join(path, '../newer.yaml');
    writeFileSync(newer, readFileSync(SOURCE, 'utf8').replace('Lists the pets.', 'Lists every pet.'));
    const ran = await run(['import', newer, '--pull-request']);
    assert.is(ran.code, 0, ran.stderr);
    assert.match(ran.stdout, '/contoso/connectors/pull/1');
    assert.is(github.pullRequests.length, 1);
    assert.match(there('log', '--format=%s', 'add-pet-store'), /^Update connector Pet Store\nAdd connector/);
    assert.match(there('show', 'add-pet-store:connectors/pet-store/openapi.yaml'), 'Lists every pet.');
    assert.is(git('status', '--short'), '');
    const same = await run(['import', newer, '--pull-request']);
    assert.match(same.stdout, 'Nothing changes');
    assert.is(there('rev-list', '--count', 'add-pet-store'), '3');
  }));

test('a name that is taken gets a number, and another commit than the base is no hindrance', () =>
  inClone(async ({ github, path, git, there, run }) => {
    git('push', '--quiet', 'origin', 'main:add-pet-store');
    git('switch', '--quiet', '-c', 'feature');
    writeFileSync(join(path, 'feature.txt'), 'Half done\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'Half');
    const ran = await run(['import', SOURCE, '--pull-request']);
    assert.is(ran.code, 0, ran.stderr);
    assert.is(github.pullRequests[0]?.head.branch, 'add-pet-store-2');
    assert.is(there('log', '--format=%s', 'add-pet-store-2'), 'Add connector Pet Store\nBegin');
    assert.is(git('branch', '--show-current'), 'add-pet-store-2');
    assert.ok(existsSync(join(path, 'connectors/pet-store/openapi.yaml')));
  }));

test('branches below a name leave no room for it', () =>
  inClone(async ({ github, git, there, run }) => {
    git('branch', 'add-pet-store/old');
    git('push', '--quiet', 'origin', 'main:add-pet-store-2/old');
    const ran = await run(['import', SOURCE, '--pull-request']);
    assert.is(ran.code, 0, ran.stderr);
    assert.is(github.pullRequests[0]?.head.branch, 'add-pet-store-3');
    assert.is(git('branch', '--show-current'), 'add-pet-store-3');
    assert.is(there('log', '-1', '--format=%s', 'add-pet-store-3'), 'Add connector Pet Store');
  }));

test('when a step fails after the opening, the message says where the pull request is', () =>
  inClone(async ({ path, there, run }) => {
    writeFileSync(join(path, '.git/index.lock'), '');
    const ran = await run(['import', SOURCE, '--pull-request']);
    assert.is(ran.code, 7, ran.stdout);
    assert.match(ran.stderr, 'the pull request has the connector already: https://github.example');
    assert.match(ran.stderr, 'branch "add-pet-store"');
    assert.is(there('log', '-1', '--format=%s', 'add-pet-store'), 'Add connector Pet Store');
  }));

test('new proposes what it makes', () =>
  inClone(async ({ github, there, run }) => {
    const flags = ['--title', 'Contoso Orders', '--service-url', 'https://api.contoso.example'];
    const ran = await run(['new', ...flags, '--pull-request']);
    assert.is(ran.code, 0, ran.stdout + ran.stderr);
    assert.is(github.pullRequests[0]?.title, 'Add connector Contoso Orders');
    assert.match(there('show', '--stat', 'add-contoso-orders'), 'connectors/contoso-orders/openapi.yaml');
  }));

const FAILURES: readonly (readonly [name: string, operation: string, how: Failing, code: number, says: string])[] = [
  ['GitHub is down', 'repos/get', 503, 7, 'cannot show the repository'],
  ['the repository is not seen', 'repos/get', 404, 7, 'does not see this repository'],
  ['the pull request is refused', 'pulls/create', 422, 7, 'cannot open a pull request'],
  ['the token may not propose', 'pulls/create', 403, 5, 'needs the permissions'],
  ['GitHub limits requests', 'repos/get', 'rate-limit', 7, 'try again in some minutes'],
  ['the connection breaks', 'pulls/create', 'reset', 7, 'Try again'],
  ['the answer is a page of a proxy', 'pulls/create', 'html', 7, 'cannot open a pull request'],
];

for (const [name, operation, how, code, says] of FAILURES) {
  test(`when ${name}, everything is as before`, () =>
    inClone(async ({ github, token, path, git, there, run }) => {
      github.fail(operation, how);
      const before = stateOf(git, there);
      const ran = await run(['import', SOURCE, '--pull-request']);
      assert.is(ran.code, code, ran.stderr);
      assert.match(ran.stderr, says);
      assert.not.match(ran.stdout + ran.stderr, token);
      assert.equal(stateOf(git, there), before);
      assert.not.ok(existsSync(join(path, 'connectors')));
    }));
}

function stateOf(git: Clone['git'], there: Clone['there']): string[] {
  return [git('status', '--short', '--branch'), git('for-each-ref'), there('for-each-ref'), git('config', '--list')];
}

type Setting = (clone: Clone) => Readonly<Record<string, string>>;
const REFUSED: readonly (readonly [name: string, prepare: Setting, code: number, says: string])[] = [
  ['without a token', () => ({ GH_TOKEN: '', GITHUB_TOKEN: '' }), 2, 'GH_TOKEN'],
  ['with a wrong token', () => ({ GH_TOKEN: 'ghp_wrong' }), 7, 'wrong or expired'],
  [
    'for a host that the token is not for',
    () => ({ GITHUB_SERVER_URL: 'https://else.example' }),
    2,
    'GH_HOST=github.example',
  ],
  ['without the right to push', ({ github }) => ((github.mayPush = false), {}), 5, 'may not push'],
  ['without a remote', ({ git }) => (git('remote', 'remove', 'origin'), {}), 2, 'no remote'],
  [
    'with a remote elsewhere',
    ({ git }) => (git('remote', 'set-url', 'origin', '/srv/x.git'), {}),
    2,
    'no repository of GitHub',
  ],
  [
    'when git does not reach the remote',
    ({ git, path }) => (
      git('config', `url.${path}/nowhere.insteadOf`, URL_OF_REMOTE),
      git('config', '--unset-all', `url.${join(path, '../remote.git')}.insteadOf`),
      {}
    ),
    7,
    'cannot reach the remote',
  ],
  [
    'without a name for the commit',
    () => ({ GIT_AUTHOR_NAME: '', GIT_COMMITTER_NAME: '', EMAIL: '' }),
    2,
    'does not know who commits',
  ],
  [
    'when the folder is another one at the base',
    ({ git, path }) => {
      mkdirSync(join(path, 'connectors/pet-store'), { recursive: true });
      writeFileSync(join(path, 'connectors/pet-store/openapi.yaml'), 'swagger: "2.0"\n');
      git('add', '.');
      git('commit', '--quiet', '-m', 'Theirs');
      git('push', '--quiet', 'origin', 'main');
      git('reset', '--quiet', '--hard', 'HEAD~1');
      return {};
    },
    6,
    'git pull',
  ],
];

for (const [name, prepare, code, says] of REFUSED) {
  test(`${name} nothing is written`, () =>
    inClone(async (clone) => {
      const env = prepare(clone);
      const before = clone.there('for-each-ref');
      const ran = await clone.run(['import', SOURCE, '--pull-request'], env);
      assert.is(ran.code, code, ran.stderr);
      assert.match(ran.stderr, says);
      assert.not.match(ran.stdout + ran.stderr, clone.token);
      assert.not.ok(existsSync(join(clone.path, 'connectors/pet-store')));
      assert.is(clone.there('for-each-ref'), before);
    }));
}

if (hasTerminal) {
  for (const [answer, key, count] of [
    ['no', '\r', 0],
    ['yes', '\u001b[B\r', 1],
  ] as const) {
    test(`somebody with a token is asked, and says ${answer}`, () =>
      inClone(async ({ github, token, path }) => {
        const env = {
          ...GIT,
          GITHUB_SERVER_URL: 'https://github.example',
          GITHUB_API_URL: github.url,
          GH_TOKEN: token,
        };
        const args = ['import', SOURCE, '--publisher', 'Contoso', '--trigger', 'Subscribe'];
        const ran = await pressing(
          path,
          args,
          [
            ['Is this right?', '\r'],
            ['Open a pull request?', key],
          ],
          env,
        );
        assert.is(ran.code, 0, ran.screen);
        assert.match(ran.screen, 'Open a pull request?');
        assert.is(github.pullRequests.length, count);
        assert.ok(existsSync(join(path, 'connectors/pet-store/openapi.yaml')));
      }));
  }
}

test('what a document calls itself is plain text in the pull request', () =>
  inClone(async ({ github, path, run }) => {
    const source = readFileSync(SOURCE, 'utf8')
      .replace('Pet Store API v1', '"<b>@octocat</b> [x](http://a.example)\\u001b[31m"')
      .replace('Lists the pets.', 'Lists ``the`` pets');
    writeFileSync(join(path, '../a`b.yaml'), source);
    const ran = await run(['import', join(path, '../a`b.yaml'), '--name', 'plain', '--pull-request']);
    assert.is(ran.code, 0, ran.stderr);
    const [opened] = github.pullRequests;
    assert.not.match(opened!.body!, '<b>');
    assert.not.match(opened!.title + opened!.body!, '\u001b');
  }));

test.run();
