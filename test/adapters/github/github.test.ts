import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { zipSync } from 'fflate';
import { connectToGitHub } from '../../../src/adapters/github/connection.ts';
import { gitHubReader, type GitHubReader } from '../../../src/adapters/github/reader.ts';
import { gitHubWriter, type GitHubWriter } from '../../../src/adapters/github/writer.ts';
import { Failure } from '../../../src/domain/failure.ts';
import type { Failing } from '../../actions/fake-answers.ts';
import { FakeGitHub } from '../../actions/fake-github.ts';

const test = suite('adapters/github/client');

const READ = { 'pull-requests': 'read', actions: 'read' } as const;
const WRITE = { 'pull-requests': 'write', actions: 'read' } as const;

function connect(github: FakeGitHub, token: string, timeoutMs = 2000): GitHubReader & GitHubWriter {
  const address = { apiUrl: github.url, owner: 'contoso', repository: 'connectors', token };
  const connection = connectToGitHub(address, { timeoutMs, pauses: [0, 0] });
  return { ...gitHubReader(connection), ...gitHubWriter(connection) };
}

const pullRequest = (number: number, branch: string) =>
  ({
    number,
    state: 'open',
    title: 'x',
    head: { owner: 'fork', branch, sha: 'a'.repeat(40), repositoryId: 7 },
    baseBranch: 'main',
  }) as const;

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (cause) {
    assert.instance(cause, Failure);
    return cause as Failure;
  }
  throw new Error('it did not fail');
}

test('pull requests are found by account and branch, whatever the branch is called', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  const branch = '$(touch pwned)`;&state=all #x';
  github.pullRequests.push(pullRequest(1, 'other'), pullRequest(2, branch));
  const { openPullRequests } = connect(github, github.issueToken(READ));
  assert.equal(await openPullRequests({ owner: 'fork', branch }), [
    { number: 2, headSha: 'a'.repeat(40), headRepositoryId: 7, baseBranch: 'main' },
  ]);
  assert.equal(github.violations, []);
});

test('all pages of comments are read', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  for (let at = 0; at < 250; at += 1) github.addComment(5, `comment ${at}`);
  const comments = await connect(github, github.issueToken(READ)).comments(5);
  assert.is(comments.length, 250);
  assert.is(comments[249]!.body, 'comment 249');
  assert.is(github.requests.length, 3);
});

test('an artifact is downloaded from its storage without the token, and not beyond the limit', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  const zip = zipSync({ 'report.json': new TextEncoder().encode('{}') });
  const added = github.addArtifact(9, 'connectors-report', zip);
  const { artifacts, download } = connect(github, github.issueToken(READ));
  const [artifact] = await artifacts(9, 'connectors-report');
  assert.equal(artifact, { id: added.id, name: 'connectors-report', expired: false, bytes: zip.length });
  assert.equal(Buffer.from(await download(added.id, 1000)), Buffer.from(zip));
  assert.match((await failureOf(download(added.id, 10))).message, 'larger than 10 bytes');
  assert.equal(github.violations, []);
});

test('an expired artifact is a failure, not an empty one', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  const added = github.addArtifact(9, 'connectors-report', new Uint8Array(4), true);
  const failure = await failureOf(connect(github, github.issueToken(READ)).download(added.id, 1000));
  assert.is(failure.message, `GitHub cannot download artifact ${added.id}: HTTP 410 "Artifact has expired"`);
});

test('a token without the permission is refused, and the hint says so', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  github.pullRequests.push(pullRequest(2, 'b'));
  const failure = await failureOf(connect(github, github.issueToken(READ)).createComment(2, 'hello'));
  assert.is(failure.kind, 'unavailable');
  assert.match(failure.message, 'GitHub cannot comment on pull request 2: HTTP 403');
  assert.match(failure.hint!, 'permissions');
  assert.is(github.comments.length, 0);
});

const MODES: readonly Failing[] = [
  403,
  404,
  410,
  422,
  429,
  500,
  502,
  503,
  'rate-limit',
  'hang',
  'reset',
  'cut',
  'html',
];
const READS: readonly (readonly [string, (client: GitHubReader) => Promise<unknown>])[] = [
  ['pulls/list', async (client) => client.openPullRequests({ owner: 'fork', branch: 'b' })],
  ['issues/list-comments', async (client) => client.comments(1)],
  ['actions/list-workflow-run-artifacts', async (client) => client.artifacts(9, 'connectors-report')],
];

for (const [operation, read] of READS) {
  test(`${operation}: no failure of GitHub looks like an empty list`, async () => {
    for (const how of MODES) {
      await using github = await FakeGitHub.start('contoso/connectors');
      github.fail(operation, how);
      const failure = await failureOf(read(connect(github, github.issueToken(READ), 100)));
      assert.is(failure.kind, 'unavailable', String(how));
      assert.ok(failure.hint !== undefined, String(how));
    }
  });
}

test('a download that fails or ends early is a failure', async () => {
  for (const how of ['hang', 'reset', 403, 500] as const) {
    await using github = await FakeGitHub.start('contoso/connectors');
    const added = github.addArtifact(9, 'connectors-report', new Uint8Array(4));
    github.fail('blob', how);
    assert.is(
      (await failureOf(connect(github, github.issueToken(READ), 100).download(added.id, 10))).kind,
      'unavailable',
    );
  }
});

test('reading is tried three times; a comment is created once, whatever happens', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  github.pullRequests.push(pullRequest(2, 'b'));
  const client = connect(github, github.issueToken(WRITE));
  github.fail('pulls/list', 502, 2);
  assert.is((await client.openPullRequests({ owner: 'fork', branch: 'b' })).length, 1);
  assert.is(github.requests.length, 3);
  github.fail('issues/create-comment', 'reset', 1);
  await failureOf(client.createComment(2, 'hello'));
  assert.is(github.requests.length, 4);
});

test('a rate limit is not hammered', async () => {
  await using github = await FakeGitHub.start('contoso/connectors');
  github.fail('issues/list-comments', 'rate-limit');
  const failure = await failureOf(connect(github, github.issueToken(READ)).comments(1));
  assert.is(github.requests.length, 1);
  assert.match(failure.hint!, 'some minutes');
});

test('without a token there is no connection', () => {
  assert.throws(
    () => connectToGitHub({ apiUrl: 'http://127.0.0.1', owner: 'a', repository: 'b', token: '' }),
    /No token/,
  );
});

test.run();
