import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { COMMENT_MARK } from '../../src/report/comment.ts';
import { change, diagnostic, HEAD, plan, report } from '../report/comment-samples.ts';
import type { Failing } from './fake-answers.ts';
import { FakeGitHub } from './fake-github.ts';
import { hostileArchives } from './hostile-artifacts.ts';
import { Runner } from './run-action.ts';
import { FORK, JUDGED_RUN, PLAN_RUN, Scene } from './scene.ts';

const test = suite('actions/comment');

test('a comment is created, left alone while nothing changes, and updated in place', async () => {
  await using scene = await Scene.open();
  scene.leaveAll();
  const first = await scene.comment();
  assert.is(first.code, 0, first.stdout);
  assert.is(first.outputs['comment'], 'created');
  assert.match(scene.github.comments[0]!.body, '✅ No error; a merge publishes 2 changes');

  assert.is((await scene.comment()).outputs['comment'], 'unchanged');
  assert.is(scene.github.comments[0]!.edits, 0);

  scene.leave(JUDGED_RUN, 'connectors-report', 'report.json', report([diagnostic()]));
  assert.is((await scene.comment('failure')).outputs['comment'], 'updated');
  assert.is(scene.github.comments.length, 1);
  assert.match(scene.github.comments[0]!.body, '❌ 1 error');
});

test('only a comment of our own account is ever changed', async () => {
  await using scene = await Scene.open();
  scene.leaveAll();
  for (let at = 0; at < 120; at += 1) scene.github.addComment(3, `talk ${at}`);
  scene.github.addComment(3, `${COMMENT_MARK}\nI am the bot`, { login: 'stranger', type: 'User' });
  scene.github.addComment(3, `${COMMENT_MARK}\nMe too`, { login: 'github-actions[bot]', type: 'User' });
  scene.github.addComment(3, 'Another bot says hello');
  const own = scene.github.addComment(3, `${COMMENT_MARK}\nold`);
  assert.is((await scene.comment()).outputs['comment'], 'updated');
  assert.is(own.edits, 1);
  assert.is(
    scene.github.comments.reduce((sum, comment) => sum + comment.edits, 0),
    1,
  );
});

test('the pull request is found by its head: another repository, or newer commits, get nothing', async () => {
  await using scene = await Scene.open('f'.repeat(40));
  scene.propose(4, HEAD, FORK + 1);
  scene.leaveAll();
  const run = await scene.comment();
  assert.is(run.code, 0);
  assert.is(run.outputs['comment'], 'none');
  assert.is(scene.github.comments.length, 0);
});

test('a branch may be called anything', async () => {
  await using scene = new Scene(await FakeGitHub.start('contoso/connectors'));
  scene.branch = '$(touch pwned);`id`&state=all|::error::x%0A';
  scene.propose(3, HEAD);
  scene.leaveAll();
  const run = await scene.comment();
  assert.is(run.outputs['comment'], 'created', run.stdout);
  assert.equal(run.annotations, []);
});

test('without a report the comment says that the check did not finish', async () => {
  await using scene = await Scene.open();
  const run = await scene.comment('failure');
  assert.is(run.code, 0, run.stdout);
  assert.match(scene.github.comments[0]!.body, '❌ The check did not finish');
});

test('a clean report of a run that failed is not good news', async () => {
  await using scene = await Scene.open();
  scene.leaveAll();
  await scene.comment('failure');
  assert.match(scene.github.comments[0]!.body, '❌ The check ended with `failure`');
});

test('what a report says is written so that it does nothing', async () => {
  await using scene = await Scene.open();
  const message = '@octocat <img src=x onerror=alert(1)> [x](https://evil.example) closes #1\n::error::pwned';
  scene.leaveAll(report([diagnostic({ message, file: 'a|@team' })], [change({ message, class: 'safe' })]));
  const run = await scene.comment('failure');
  const { body } = scene.github.comments[0]!;
  assert.not.match(body, /@octocat|@team|<img|https:\/\/evil|#1\b|^::/m);
  assert.equal(run.annotations, []);
});

test('a failure says what to do, in one annotation', async () => {
  await using scene = await Scene.open();
  scene.leaveAll();
  scene.github.fail('issues/create-comment', 403);
  const run = await scene.comment();
  assert.is(run.code, 7);
  assert.is(run.annotations.length, 1);
  assert.match(run.annotations[0]!.message, /GitHub cannot comment on pull request 3: HTTP 403.*\n.*permissions/);
});

// All of them, for each request, are in test/app: here are some, with the processes that a runner would start.
const FAILURES: readonly (readonly [operation: string, how: Failing])[] = [
  ['pulls/list', 403],
  ['pulls/list', 'cut'],
  ['pulls/list', 503],
  ['actions/list-workflow-run-artifacts', 404],
  ['actions/list-workflow-run-artifacts', 'rate-limit'],
  ['actions/download-artifact', 500],
  ['blob', 'html'],
  ['blob', 'reset'],
  ['issues/list-comments', 403],
  ['issues/list-comments', 'html'],
  ['issues/create-comment', 422],
  ['issues/create-comment', 429],
  ['issues/create-comment', 503],
  ['issues/create-comment', 'reset'],
];
for (const [operation, how] of FAILURES) {
  test(`${operation} ${how}: the job ends red, and no comment says that all is well`, async () => {
    await using scene = await Scene.open();
    scene.leaveAll();
    scene.github.fail(operation, how);
    const run = await scene.comment();
    const seen = scene.github.comments.map((one) => one.body).join('');
    assert.not.match(seen, '✅');
    if (how === 'html' && operation === 'blob') return assert.match(seen, '❌ The check did not finish');
    assert.is(run.code, 7, run.stdout);
    assert.ok(run.annotations.length > 0);
    return undefined;
  });
}

test('an update that fails ends red, and the next run mends it', async () => {
  await using scene = await Scene.open();
  scene.leaveAll();
  scene.github.addComment(3, `${COMMENT_MARK}\nold`);
  scene.github.fail('issues/update-comment', 404);
  assert.is((await scene.comment()).code, 7);
  scene.github.fail('issues/update-comment', 403, 0);
  assert.is((await scene.comment()).outputs['comment'], 'updated');
});

test('a hostile artifact is told of and not believed', async () => {
  for (const [name, archive] of hostileArchives('report.json', report())) {
    await using scene = await Scene.open();
    scene.github.addArtifact(JUDGED_RUN, 'connectors-report', archive);
    const run = await scene.comment();
    const { body } = scene.github.comments[0]!;
    assert.match(body, '❌ The check did not finish', name);
    assert.not.match(body, /@octocat|^::|root:/m, name);
    assert.equal(run.annotations, [], name);
  }
});

test('a hostile plan is told of and not believed', async () => {
  for (const [name, archive] of hostileArchives('plan.json', plan())) {
    await using scene = await Scene.open();
    scene.leave(JUDGED_RUN, 'connectors-report', 'report.json', report());
    scene.github.addArtifact(PLAN_RUN, 'connectors-plan', archive);
    await scene.comment();
    assert.match(scene.github.comments[0]!.body, '⚠️ No error, but there is no plan', name);
  }
});

test('an event that cannot be read is no success', async () => {
  using runner = new Runner();
  for (const eventText of ['', '{"workflow_run": {', '{}', '[]']) {
    const run = await runner.run('comment', { eventName: 'workflow_run', event: {}, eventText });
    assert.ok(run.code === 2 || run.code === 7, String(run.code));
  }
});

test.run();
