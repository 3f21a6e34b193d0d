import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Failing } from './fake-answers.ts';
import { PlanScene } from './plan-scene.ts';
import type { ActionRun } from './run-action.ts';
import { connectorFiles, OPENAPI, registryFile, TOMORROW } from './sample-connector.ts';

const test = suite('actions/sync');

const DEFINITION = 'connectors/weather/openapi.yaml';

/** It ended red, and the scope has no release. */
async function assertUnpublished(scene: PlanScene, run: ActionRun, code: number, reason: RegExp): Promise<void> {
  assert.is(run.code, code, run.stdout);
  assert.is(run.outputs['changed'], undefined);
  assert.ok(run.annotations.length > 0, run.stdout);
  assert.match(run.annotations.map((one) => one.message).join('\n'), reason);
  assert.not.ok(await isPublished(scene));
}

/** A scope with no release is not there, not even for an operator. */
async function isPublished(scene: PlanScene): Promise<boolean> {
  return (await scene.registry.operator.inScope('/releases')).status !== 404;
}

test('it publishes once, and says what; a second run changes nothing', async () => {
  await using scene = await PlanScene.open();
  const run = await scene.sync();
  assert.is(run.code, 0, run.stdout);
  assert.is(run.outputs['changed'], 'true');
  const [release] = JSON.parse(run.outputs['releases']!) as Record<string, unknown>[];
  assert.equal([release!['target'], release!['written'], release!['sequence']], ['production', true, 1]);
  assert.match(run.summary, 'weather');
  assert.equal(run.annotations, []);
  for (const audience of scene.issuer.audiences) assert.match(audience, /\?(read|release=sha256:[0-9a-f]{64})$/);
  assert.ok(run.masks.length >= 4);

  const before = scene.registry.seen.length;
  const again = await scene.sync();
  assert.is(again.code, 0, again.stdout);
  assert.is(again.outputs['changed'], 'false');
  assert.equal(
    scene.registry.seen.slice(before).filter((one) => /^(PUT|POST) .*\/scopes\//.test(one)),
    [],
  );
});

test('with an error anywhere nothing is published', async () => {
  await using scene = await PlanScene.open();
  scene.repository.commit(connectorFiles('other', OPENAPI.replace('operationId: GetNow', 'operationId: 7')));
  await assertUnpublished(scene, await scene.sync(), 1, /operationId|operation id/i);
});

test('the identity must be that of the bound workflow, branch, event and repository', async () => {
  await using scene = await PlanScene.open();
  const claims: readonly Readonly<Record<string, string>>[] = [
    { workflow: 'evil.yml' },
    { workflow: 'connectors-plan.yml' },
    { ref: 'refs/heads/other' },
    { ref: 'refs/pull/1/merge' },
    { event_name: 'pull_request' },
    { event_name: 'pull_request_target' },
    { event_name: 'workflow_run' },
    { environment: 'other' },
    { repository_id: '1' },
    { repository_owner_id: '1' },
  ];
  for (const own of claims) await assertUnpublished(scene, await scene.sync({}, own), 5, /gives no token \(HTTP 4/);
  await assertUnpublished(scene, await scene.sync({}, {}, { ACTIONS_ID_TOKEN_REQUEST_URL: '' }), 7, /identity token/);
});

test('a breaking change is refused until somebody overrides it, with a reason', async () => {
  await using scene = await PlanScene.open();
  scene.repository.commit({ [DEFINITION]: OPENAPI + TOMORROW });
  await scene.sync();
  scene.repository.commit({ [DEFINITION]: OPENAPI });
  const refused = await scene.sync();
  assert.is(refused.code, 5, refused.stdout);
  assert.is(refused.outputs['changed'], undefined);
  const override = /--override (sha256:[0-9a-f]{64})/.exec(refused.stdout)![1]!;

  assert.is((await scene.sync({ overrides: override })).code, 2);
  assert.is((await scene.sync({ overrides: `sha256:${'0'.repeat(64)}`, reason: 'agreed' })).code, 5);
  const allowed = await scene.sync({ overrides: `  ${override}\n`, reason: 'Nobody used it' });
  assert.is(allowed.code, 0, allowed.stdout);
  assert.is(allowed.outputs['changed'], 'true');
});

test('inputs that mean nothing are refused before anything is asked', async () => {
  await using scene = await PlanScene.open();
  await assertUnpublished(scene, await scene.sync({ targets: 'staging' }), 2, /no target "staging"/);
  await assertUnpublished(scene, await scene.sync({ overrides: 'yes', reason: 'x' }), 2, /not the digest/);
  assert.equal(scene.issuer.audiences, []);
});

test('targets are named by words, and what cannot be reached is not passed over', async () => {
  await using scene = await PlanScene.open();
  const second = registryFile('http://127.0.0.1:9').split('\n').slice(2, 9).join('\n').replace('production', 'staging');
  const both = registryFile(scene.registry.url).replace('owners:', `${second}\nowners:`);
  scene.repository.commit({ 'registry.yaml': both });
  await assertUnpublished(scene, await scene.sync(), 7, /127\.0\.0\.1:9/);
  const one = await scene.sync({ targets: ' production\n' });
  assert.is(one.code, 0, one.stdout);
  assert.is(one.outputs['changed'], 'true');
});

// Some are tried again first, which takes seconds.
const FAILURES: Readonly<Record<string, readonly Failing[]>> = {
  'POST /v1/auth': [403, 404, 429, 500, 'cut', 'html', 'reset'],
  'GET .*/releases/head': [403, 404, 422, 500, 'cut', 'html', 503],
  'POST .*/revisions/missing': [403, 422, 500, 'cut', 'html', 502],
  'PUT .*/revisions/': [403, 404, 422, 500, 'reset'],
  'POST .*/releases$': [403, 404, 422, 500, 'cut', 'html', 503],
};
for (const [request, failures] of Object.entries(FAILURES)) {
  test(`${request}: no failure ends green, nothing is half published, and the next run mends it`, async () => {
    await using scene = await PlanScene.open();
    for (const how of failures) {
      scene.registry.fail(new RegExp(request), how);
      const run = await scene.sync();
      assert.ok(run.code === 5 || run.code === 6 || run.code === 7, `${how}: ${run.code} ${run.stdout}`);
      assert.equal(run.outputs, {}, String(how));
      assert.is(run.annotations.length, 1, run.stdout);
      scene.registry.mend();
      assert.not.ok(await isPublished(scene), String(how));
    }
    assert.is((await scene.sync()).outputs['changed'], 'true');
  });
}

test('no failure of the issuer ends green', async () => {
  await using scene = await PlanScene.open();
  for (const status of [401, 403, 404, 500]) {
    scene.issuer.broken = (response) => void response.writeHead(status).end('{}');
    await assertUnpublished(scene, await scene.sync(), 7, /identity token/);
  }
  for (const body of ['', '{"value":', '{}', '{"value":7}', '<html>']) {
    scene.issuer.broken = (response) => void response.writeHead(200).end(body);
    const run = await scene.sync();
    assert.is.not(run.code, 0, body);
    assert.is(run.outputs['changed'], undefined);
  }
  scene.issuer.broken = (response) => void response.writeHead(200).end('{"value":"a.b.c"}');
  await assertUnpublished(scene, await scene.sync(), 5, /gives no token/);
});

test('a job that forgot its checkout has not published', async () => {
  await using scene = await PlanScene.open();
  await assertUnpublished(
    scene,
    await scene.sync({}, {}, { GITHUB_WORKSPACE: scene.runner.folder }),
    2,
    /names no target/,
  );
});

test.run();
