import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Scene } from './scene.ts';

// A GitHub that never answers: the bundles wait as long as they really do, twenty seconds for each try.
const test = suite('actions/patience');

for (const [operation, reason] of [
  ['issues/create-comment', /cannot comment on pull request 3: no answer in time/],
  ['pulls/list', /cannot list pull requests: no answer in time/],
] as const) {
  test(`${operation}: no answer ends red`, async () => {
    await using scene = await Scene.open();
    scene.leaveAll();
    scene.github.fail(operation, 'hang');
    const run = await scene.comment();
    assert.is(run.code, 7, run.stdout);
    assert.match(run.annotations[0]!.message, reason);
    assert.is(scene.github.comments.length, 0);
  });
}

test.run();
