import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parsePlanReport } from '../../src/app/pull-request-file.ts';
import type { Failing } from './fake-answers.ts';
import { hostileArchives } from './hostile-artifacts.ts';
import { PlanScene } from './plan-scene.ts';
import type { ActionRun } from './run-action.ts';
import { OPENAPI, registryFile, TOMORROW } from './sample-connector.ts';

const test = suite('actions/plan');

const DEFINITION = 'connectors/weather/openapi.yaml';
const CHANGE = { [DEFINITION]: OPENAPI + TOMORROW };

let scene: PlanScene;
let report: Uint8Array;
test.before(async () => {
  scene = await PlanScene.open();
  report = await scene.report(CHANGE);
});
test.after(async () => scene[Symbol.asyncDispose]());
test.after.each(() => scene.registry.mend());

/** It ended red, left no plan, and said one thing that cannot become a command. */
function assertRefused(run: ActionRun, name: string): void {
  assert.ok(run.code === 5 || run.code === 7, `${name}: ${run.code} ${run.stdout}`);
  assert.equal(run.outputs, {}, name);
  assert.is(run.annotations.length, 1, run.stdout);
  assert.not.match(run.stdout, /^::(?!error::|debug::|add-mask::)/m);
}

test('it says what a merge would publish, and can do nothing but read', async () => {
  await scene.leaveReport(report);
  scene.issuer.audiences.length = 0;
  const run = await scene.plan();
  assert.is(run.code, 0, run.stdout);
  const plan = parsePlanReport(readFileSync(run.outputs['plan']!));
  assert.equal(
    plan.targets.map(({ name, steps }) => [name, steps.map(({ kind, connector }) => `${kind} ${connector}`)]),
    [['production', ['create weather']]],
  );
  assert.is(run.outputs['digest'], plan.digest);
  assert.is(run.outputs['changes'], '1');
  assert.ok(scene.issuer.audiences.every((audience) => audience.endsWith('?read')));
  assert.ok(run.masks.length > 0);
  assert.equal(scene.github.violations, []);
  const writes = scene.registry.seen.filter((one) => /^(PUT|POST) .*\/scopes\//.test(one));
  assert.equal(
    writes.filter((one) => !one.endsWith('/revisions/missing')),
    [],
  );
});

test('while there is an error there is no plan, and that is no failure', async () => {
  const { head } = scene;
  await scene.leaveReport(
    await scene.report({ [DEFINITION]: OPENAPI.replace('operationId: GetNow', 'operationId: 7') }),
  );
  const run = await scene.plan();
  scene.head = head;
  assert.is(run.code, 0, run.stdout);
  assert.equal(run.outputs, {});
});

test('a target that only the pull request has is not asked', async () => {
  const { head } = scene;
  const own = registryFile('http://127.0.0.1:9').replace('name: production', 'name: mine');
  const moved = registryFile('http://127.0.0.1:9').replace('westeurope', 'eastus');
  for (const file of [own, moved]) {
    await scene.leaveReport(await scene.report({ ...CHANGE, 'registry.yaml': file }));
    const run = await scene.plan();
    assert.is(run.code, 0, run.stdout);
    assert.is(run.outputs['changes'], '0');
  }
  scene.head = head;
});

test('a report about another commit is refused', async () => {
  await scene.leaveReport(Buffer.from(Buffer.from(report).toString().replace(scene.head, 'f'.repeat(40))));
  assertRefused(await scene.plan(), 'another commit');
});

test('a missing report is a failure', async () => {
  await scene.leave(undefined);
  assertRefused(await scene.plan(), 'missing');
});

test('a hostile artifact is refused', async () => {
  const honest: unknown = JSON.parse(Buffer.from(report).toString());
  for (const [name, archive] of hostileArchives('report.json', honest)) {
    await scene.leave(archive);
    assertRefused(await scene.plan(), name);
  }
});

test('names in a report reach neither a URL nor the log as they are', async () => {
  const honest = Buffer.from(report).toString();
  for (const name of ['../../../v1/tokens', 'x\\n::set-output name=plan::/etc', '__proto__', '@octocat']) {
    await scene.leaveReport(Buffer.from(honest.replaceAll('"weather":{"digest"', `"${name}":{"digest"`)));
    const before = scene.registry.seen.length;
    const run = await scene.plan();
    assert.is.not(run.code, 0, name);
    assert.equal(run.outputs, {}, name);
    assert.not.match(run.stdout, /^::set-output/m);
    assert.not.match(scene.registry.seen.slice(before).join('\n'), 'tokens');
  }
});

test('a branch may be called anything', async () => {
  await scene.leaveReport(report);
  const run = await scene.plan({}, '$(touch pwned);`id`|::error::x%0A&state=all');
  assert.is(run.code, 0, run.stdout);
  assert.equal(run.annotations, []);
});

// Some are tried again first, which takes seconds. test/adapters/github has all of them for each request.
const GITHUB_FAILURES: Readonly<Record<string, readonly Failing[]>> = {
  'actions/list-workflow-run-artifacts': [403, 429, 'rate-limit', 'cut', 503],
  'actions/download-artifact': [404, 410, 422, 'html'],
  blob: [404, 'cut', 'reset'],
};
for (const [operation, failures] of Object.entries(GITHUB_FAILURES)) {
  test(`${operation}: no failure of GitHub ends green`, async () => {
    await scene.leaveReport(report);
    for (const how of failures) {
      scene.github.fail(operation, how);
      assertRefused(await scene.plan(), `${operation} ${how}`);
    }
  });
}

const REGISTRY_FAILURES: Readonly<Record<string, readonly Failing[]>> = {
  'auth/github-oidc': [403, 429, 503, 'cut', 'html', 'reset'],
  'releases/head': [403, 404, 500, 'cut', 'html', 503],
};
for (const [request, failures] of Object.entries(REGISTRY_FAILURES)) {
  test(`${request}: no failure of the registry ends green`, async () => {
    await scene.leaveReport(report);
    for (const how of failures) {
      scene.registry.fail(new RegExp(request), how);
      assertRefused(await scene.plan(), `${request} ${how}`);
    }
  });
}

test('without an identity, or with that of another workflow, there is no plan', async () => {
  await scene.leaveReport(report);
  assertRefused(await scene.plan({ ACTIONS_ID_TOKEN_REQUEST_URL: '' }), 'no identity');
  const other = scene.issuer.job('evil.yml', { event_name: 'workflow_run' });
  assertRefused(await scene.plan(other), 'another workflow');
  const onPullRequest = scene.issuer.job('connectors-plan.yml', { event_name: 'pull_request' });
  assertRefused(await scene.plan(onPullRequest), 'another event');
});

test("on GitHub's own runners a target of a developer's machine is left out", async () => {
  await scene.leaveReport(report);
  const run = await scene.plan({ RUNNER_ENVIRONMENT: 'github-hosted' });
  assert.is(run.code, 0, run.stdout);
  assert.is(run.outputs['changes'], '0');
});

test.run();
