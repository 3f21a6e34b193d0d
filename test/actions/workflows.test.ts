import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { load } from 'js-yaml';

// What hardens a workflow, checked on the parsed file: who changes a workflow must change this table on purpose.

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly 'runs-on'?: string;
  readonly environment?: string;
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, { readonly branches?: readonly string[] } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group?: string; readonly 'cancel-in-progress'?: boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

const test = suite('actions/workflows');

const files = globSync('.github/workflows/*.yml').toSorted();
const textOf = (file: string): string => readFileSync(file, 'utf8');
const parse = (file: string): Workflow => load(textOf(file)) as Workflow;
const named = (name: string): Workflow => parse(`.github/workflows/${name}.yml`);
const jobsOf = (workflow: Workflow): readonly Job[] => Object.values(workflow.jobs);
const stepsOf = (workflow: Workflow): readonly Step[] => jobsOf(workflow).flatMap((job) => job.steps);

/** What each job may do, and nothing else may. */
const PERMISSIONS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  'ci.yml': {
    test: { contents: 'read' },
    workflows: { contents: 'read' },
    ok: {},
  },
  'connectors-pull-request.yml': { validate: { contents: 'read' } },
  'connectors-plan.yml': {
    plan: { contents: 'read', actions: 'read', 'id-token': 'write' },
    comment: { contents: 'read', actions: 'read', 'pull-requests': 'write' },
  },
  'connectors-publish.yml': { publish: { contents: 'read', 'id-token': 'write' } },
};

test('every job has exactly the permissions of the table, and a workflow none', () => {
  assert.equal(
    files.map((file) => basename(file)),
    Object.keys(PERMISSIONS).toSorted(),
  );
  for (const file of files) {
    const workflow = parse(file);
    assert.equal(workflow.permissions, {}, file);
    const own = Object.fromEntries(Object.entries(workflow.jobs).map(([name, job]) => [name, job.permissions]));
    assert.equal(own, PERMISSIONS[basename(file)], file);
  }
});

test('no job can both sign in at the registry and write to GitHub', () => {
  for (const job of files.flatMap((file) => jobsOf(parse(file)))) {
    const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write');
    assert.ok(writes.length <= 1);
  }
});

test('every action of others is pinned to a commit, with its version beside it', () => {
  for (const file of files) {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line));
    assert.ok(lines.length > 0 || basename(file) === 'none');
    for (const line of lines) {
      assert.match(
        line,
        /uses: (\.\/actions\/[a-z]+$|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/,
        `${file}: ${line}`,
      );
    }
  }
});

test('one action has one version everywhere', () => {
  const pins = files.flatMap((file) => [...textOf(file).matchAll(/uses: ([\w-]+\/[\w-]+)@(.+)$/gm)]);
  const versions = Map.groupBy(pins, (pin) => pin[1]!);
  for (const [action, uses] of versions) assert.is(new Set(uses.map((pin) => pin[2])).size, 1, action);
});

test('a checkout keeps no credentials, and never takes a ref', () => {
  for (const step of files.flatMap((file) => stepsOf(parse(file)))) {
    if (step.uses?.startsWith('actions/checkout@') !== true) continue;
    assert.is(step.with?.['persist-credentials'], false);
    assert.is(step.with?.['ref'], undefined);
    assert.is(step.with?.['repository'], undefined);
  }
});

test('no expression is written into a script', () => {
  for (const step of files.flatMap((file) => stepsOf(parse(file)))) assert.not.match(step.run ?? '', '${{');
});

test('jobs end in time, on a named image', () => {
  for (const job of files.flatMap((file) => jobsOf(parse(file)))) {
    assert.ok((job['timeout-minutes'] ?? 1000) <= 15);
    assert.match(job['runs-on'] ?? '', /^ubuntu-\d\d\.\d\d$/);
  }
});

test('nothing runs on pull_request_target', () => {
  for (const file of files) assert.not.ok(Object.keys(parse(file).on).includes('pull_request_target'), file);
});

test('what runs on a pull request has nothing to steal', () => {
  for (const file of files.filter((one) => 'pull_request' in parse(one).on)) {
    const text = textOf(file);
    assert.not.match(text, /secrets\b|id-token|environment:|vars\.|: write/, file);
  }
});

test('what a pull request must pass a merge queue asks too, of each group by itself', () => {
  for (const file of files.filter((one) => 'pull_request' in parse(one).on)) {
    const { on, concurrency } = parse(file);
    assert.ok('merge_group' in on, file);
    assert.match(concurrency?.group ?? '', /github\.ref\b/, file);
  }
});

test('no workflow uses a stored secret', () => {
  for (const file of files) assert.not.match(textOf(file), /secrets\s*[.[]/, file);
});

test('the jobs after a pull request install nothing, run no script and read nothing of the event but its kind', () => {
  const workflow = named('connectors-plan');
  assert.equal(Object.keys(workflow.on), ['workflow_run']);
  for (const step of stepsOf(workflow)) {
    assert.is(step.run, undefined);
    assert.match(step.uses ?? '', /^(\.\/actions\/(plan|comment)$|actions\/(checkout|upload-artifact)@)/);
    assert.not.match(JSON.stringify(step.with ?? {}), 'github.event');
  }
  for (const job of jobsOf(workflow)) assert.match(job.if ?? '', "github.event.workflow_run.event == 'pull_request'");
});

test('publishing happens from main, in its environment, one after the other', () => {
  const workflow = named('connectors-publish');
  assert.equal(Object.keys(workflow.on).toSorted(), ['push', 'workflow_dispatch']);
  assert.equal(workflow.on['push']?.branches, ['main']);
  assert.is(workflow.concurrency?.['cancel-in-progress'], false);
  assert.is(workflow.jobs['publish']?.environment, 'registry');
  assert.is(workflow.jobs['publish']?.if, "github.ref == 'refs/heads/main'");
});

test('the final job needs every other one', () => {
  const { jobs } = named('ci');
  assert.equal(
    [...(jobs['ok']?.needs ?? [])].toSorted(),
    Object.keys(jobs)
      .filter((name) => name !== 'ok')
      .toSorted(),
  );
  assert.is(jobs['ok']?.if, 'always()');
});

test('each of our actions is one bundled file for Node 24, with a page and described inputs and outputs', () => {
  const actions = globSync('actions/*/action.yml').toSorted();
  assert.equal(
    actions,
    ['comment', 'plan', 'sync', 'validate'].map((name) => `actions/${name}/action.yml`),
  );
  for (const file of actions) {
    const action = load(textOf(file)) as {
      readonly runs: { readonly using: string; readonly main: string };
      readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
      readonly outputs: Readonly<Record<string, { readonly description?: string }>>;
    };
    const folder = file.replace('/action.yml', '');
    assert.equal(action.runs, { using: 'node24', main: 'dist/index.mjs' });
    const readme = textOf(`${folder}/README.md`);
    for (const [name, described] of Object.entries({ ...action.inputs, ...action.outputs })) {
      assert.ok(described.description !== undefined, `${file} ${name}`);
      assert.match(readme, `\`${name}\``, `${folder}/README.md does not name ${name}`);
    }
    // The runner does not enforce "required", so each input has a default that works.
    for (const [name, described] of Object.entries(action.inputs)) assert.ok(described.default !== undefined, name);
    assert.ok(textOf(`${folder}/index.ts`).split('\n').length <= 41, `${folder}/index.ts`);
    assert.ok(existsSync(`${folder}/dist/index.mjs`));
  }
});

test('a workflow passes only inputs that the action has', () => {
  for (const step of files.flatMap((file) => stepsOf(parse(file)))) {
    if (step.uses?.startsWith('./') !== true) continue;
    const { inputs } = load(textOf(`${step.uses}/action.yml`)) as {
      readonly inputs: Readonly<Record<string, unknown>>;
    };
    for (const name of Object.keys(step.with ?? {})) assert.ok(Object.hasOwn(inputs, name), `${step.uses} ${name}`);
  }
});

test('code and connectors have different approvers', () => {
  const lines = textOf('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line.startsWith('/'));
  const owners = new Map(lines.map((line) => [line.split(/\s+/)[0]!, line.split(/\s+/).slice(1)]));
  for (const path of ['/.github/', '/actions/', '/src/'])
    assert.equal(owners.get(path), ['@connector-registry/maintainers']);
  assert.equal(owners.get('/connectors/'), ['@connector-registry/connector-reviewers']);
});

test.run();
