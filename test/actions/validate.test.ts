import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parsePullRequestReport } from '../../src/app/pull-request-file.ts';
import { Repository, type Files } from './repository.ts';
import { Runner, type ActionRun } from './run-action.ts';
import { connectorFiles, OPENAPI, registryFile, SCOPE, TOMORROW } from './sample-connector.ts';

const test = suite('actions/validate');

const MAIN: Files = { ...connectorFiles('weather'), 'registry.yaml': registryFile('https://registry.example') };

interface Options {
  readonly main?: Files;
  readonly depth?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What is checked out in place of the merge. */
  readonly checkout?: 'head' | 'main';
}

interface Judged extends ActionRun {
  readonly head: string;
  readonly report: ReturnType<typeof parsePullRequestReport> | undefined;
}

/** A pull request that changes these files, judged by the bundle as on GitHub. */
async function judge(files: Files, options: Options = {}): Promise<Judged> {
  using runner = new Runner();
  using repository = new Repository(options.main ?? MAIN);
  const base = repository.git('rev-parse', 'HEAD');
  const head = repository.branch('topic', files);
  const merge = repository.pullRequestMerge(head);
  const commit = options.checkout === 'head' ? head : options.checkout === 'main' ? base : merge;
  const run = await runner.run('validate', {
    eventName: 'pull_request',
    event: { pull_request: { number: 1, title: '::error::x', head: { sha: head }, base: { sha: base } } },
    workspace: repository.checkout(commit, options.depth ?? 2),
    ...(options.inputs === undefined ? {} : { inputs: options.inputs }),
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  const path = run.outputs['report'];
  return { ...run, head, report: path === undefined ? undefined : parsePullRequestReport(readFileSync(path)) };
}

test('a clean change passes, and the report declares what each target would have', async () => {
  const run = await judge({ 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW });
  assert.is(run.code, 0, run.stdout);
  assert.equal([run.outputs['errors'], run.outputs['warnings'], run.outputs['breaking']], ['0', '0', '0']);
  assert.is(run.report!.head, run.head);
  assert.is(run.report!.validate.connectors, 1);
  assert.is(run.report!.diff!.counts.safe > 0, true);
  const [declared] = run.report!.declared;
  assert.is(declared!.target, 'production');
  assert.is(declared!.scope, SCOPE);
  assert.match(declared!.connectors['weather']!.digest, /^sha256:[0-9a-f]{64}$/);
  assert.is(declared!.connectors['weather']!.stage, 'registered');
  assert.match(run.summary, '### What changes');
});

test('an error is annotated on its line, with its code and what to do', async () => {
  const twice = `${OPENAPI}${TOMORROW}`.replace('operationId: GetTomorrow', 'operationId: GetNow');
  const run = await judge({ 'connectors/weather/openapi.yaml': twice });
  assert.is(run.code, 1);
  const annotation = run.annotations.find((one) => one.command === 'error');
  const line = twice.split('\n').lastIndexOf('      operationId: GetNow') + 1;
  assert.is(annotation!.properties['file'], 'connectors/weather/openapi.yaml');
  assert.is(annotation!.properties['line'], String(line));
  assert.match(annotation!.properties['title']!, /^operation\//);
  assert.match(annotation!.message, '"GetNow"');
});

test('a breaking change that nobody acknowledged fails, and the report says how to acknowledge it', async () => {
  const main = { ...MAIN, ...connectorFiles('weather', OPENAPI + TOMORROW) };
  const run = await judge({ 'connectors/weather/openapi.yaml': OPENAPI }, { main });
  assert.is(run.code, 1);
  assert.is(run.outputs['errors'], '0');
  assert.is(run.outputs['breaking'], '1');
  assert.match(run.report!.bases['weather']!, /^sha256:/);
  assert.ok(run.annotations.some((one) => one.command === 'error' && /GetTomorrow/.test(one.message)));
});

test('what the base has already does not fail', async () => {
  const broken = OPENAPI.replace('operationId: GetNow', 'operationId: 7');
  const main = { ...MAIN, ...connectorFiles('old', broken) };
  const run = await judge({ 'connectors/weather/README.md': '# Weather, and more\n' }, { main });
  assert.is(run.code, 0, run.stdout);
  assert.is(run.outputs['errors'], '0');
  assert.ok(run.report!.validate.counts.error > 0);
  assert.not.ok(run.annotations.some((one) => one.command === 'error'));
});

test('without the base it goes on, and says so', async () => {
  const run = await judge({ 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW }, { depth: 1 });
  assert.is(run.code, 0, run.stdout);
  assert.is(run.report!.diff, null);
  assert.ok(run.annotations.some((one) => one.command === 'warning' && /shallow/.test(one.message)));
});

test('the head itself can be checked out, with enough history', async () => {
  const run = await judge({ 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW }, { checkout: 'head', depth: 10 });
  assert.is(run.code, 0, run.stdout);
  assert.ok(run.report!.diff !== null);
});

test('a checkout of something else is not judged in its place', async () => {
  const broken = { 'connectors/weather/openapi.yaml': 'swagger: "2.0"\n' };
  const run = await judge(broken, { checkout: 'main' });
  assert.is(run.code, 5);
  assert.is(run.report, undefined);
  assert.match(run.annotations[0]!.message, 'the pull request proposes');
});

test('other commits on main since the branch was made are not shown as changes', async () => {
  using runner = new Runner();
  using repository = new Repository(MAIN);
  const stale = repository.git('rev-parse', 'HEAD');
  const head = repository.branch('topic', { 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW });
  repository.commit(connectorFiles('other'));
  const workspace = repository.checkout(repository.pullRequestMerge(head));
  const event = { pull_request: { number: 1, head: { sha: head }, base: { sha: stale } } };
  const run = await runner.run('validate', { eventName: 'pull_request', event, workspace });
  const report = parsePullRequestReport(readFileSync(run.outputs['report']!));
  assert.equal([...new Set(report.diff!.changes.map((change) => change.connector))], ['weather']);
});

test('at most ten errors and ten warnings are annotated; the summary has all', async () => {
  const operations = Array.from({ length: 30 }, (_, at) => TOMORROW.replace('/tomorrow:', `/day${at}:`));
  const run = await judge({ 'connectors/weather/openapi.yaml': OPENAPI + operations.join('') });
  assert.is(run.code, 1);
  const errors = run.annotations.filter((one) => one.command === 'error');
  assert.is(errors.length, 10);
  assert.ok(run.annotations.filter((one) => one.command === 'warning').length <= 10);
  assert.ok(run.report!.validate.counts.error >= 29);
  assert.ok(run.summary.split('\n| ❌').length - 1 >= 29);
});

test('a warning fails only when asked to', async () => {
  const files = { 'connectors/weather/openapi.yaml': `\uFEFF${OPENAPI}` };
  const warned = await judge(files);
  assert.is(warned.code, 0, warned.stdout);
  assert.ok(Number(warned.outputs['warnings']) > 0);
  assert.is((await judge(files, { inputs: { 'fail-on': 'warning' } })).code, 1);
});

test('text in a connector starts no workflow command and no markup', async () => {
  const evil =
    '"x\\n::error::pwned\\r::set-output name=a::b <script>alert(1)</script> @octocat [x](https://evil.example) #1"';
  const run = await judge({
    'connectors/weather/openapi.yaml': OPENAPI.replace('operationId: GetNow', `operationId: ${evil}`).replaceAll(
      '"200":',
      `${evil}:`,
    ),
    'connectors/weather/::error::y.txt': '::error::z\n',
    'connectors/we::warning::x/openapi.yaml': '::error::w\n',
  });
  assert.is(run.code, 1);
  assert.not.ok(
    run.annotations.some((one) => /^(pwned|[wyz])/.test(one.message)),
    run.stdout,
  );
  assert.not.match(run.stdout, /^::(set-output|stop-commands|add-mask)/m);
  // Inside a code span nothing is markup, and test/report/escaping.test.ts holds its fence to what is inside.
  const markup = run.summary.replaceAll(/(`+) ?[^`\n]+ ?\1/g, '');
  assert.not.match(markup, /<script|@octocat|https:\/\/evil|[^&]#1\b|^::/m);
});

const HOSTILE: readonly (readonly [string, Files])[] = [
  ['an alias bomb', { 'connectors/weather/openapi.yaml': bomb() }],
  ['a key that would change a prototype', { 'connectors/weather/openapi.yaml': `${OPENAPI}__proto__: {x: 1}\n` }],
  ['deep nesting', { 'connectors/weather/openapi.yaml': `swagger: ${'['.repeat(20_000)}` }],
  [
    'a reference to another host',
    { 'connectors/weather/openapi.yaml': OPENAPI.replace('type: object', '$ref: "http://169.254.169.254/x"') },
  ],
  [
    'a circle of references',
    { 'connectors/weather/openapi.yaml': `${OPENAPI}definitions:\n  A: {$ref: "#/definitions/A"}\n` },
  ],
  ['17 MB', { 'connectors/weather/openapi.yaml': `${OPENAPI}# ${'x'.repeat(17_000_000)}\n` }],
  ['bytes that are no text', { 'connectors/weather/openapi.yaml': new Uint8Array([0xff, 0xfe, 0x00, 0xd8]) }],
  ['a registry.yaml that cannot be read', { 'registry.yaml': 'targets: [' }],
];

function bomb(): string {
  const lines = Array.from(
    { length: 12 },
    (_, at) => `a${at + 1}: &a${at + 1} [${'*a'.concat(String(at), ', ').repeat(9)}]`,
  );
  return `a0: &a0 [x, x]\n${lines.join('\n')}\n`;
}

for (const [name, files] of HOSTILE) {
  test(`${name} ends in a finding`, async () => {
    const run = await judge(files);
    assert.is(run.code, 1, run.stdout);
    assert.ok(run.report!.validate.counts.error > 0);
  });
}

test('a symbolic link out of the checkout is not followed', async () => {
  using runner = new Runner();
  using repository = new Repository(MAIN);
  const base = repository.git('rev-parse', 'HEAD');
  repository.git('checkout', '--quiet', '-B', 'topic', 'main');
  rmSync(join(repository.folder, 'connectors/weather/README.md'));
  repository.git('config', 'core.symlinks', 'true');
  symlinkSync('/etc/passwd', join(repository.folder, 'connectors/weather/README.md'));
  const head = repository.commit({});
  repository.git('checkout', '--quiet', 'main');
  const workspace = repository.checkout(repository.pullRequestMerge(head));
  const event = { pull_request: { number: 1, head: { sha: head }, base: { sha: base } } };
  const run = await runner.run('validate', { eventName: 'pull_request', event, workspace });
  assert.not.match(run.stdout + run.summary + readFileSync(run.outputs['report']!, 'utf8'), 'root:');
});

test('nothing is sent anywhere, and no token is needed', async () => {
  const nowhere = {
    GITHUB_API_URL: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
  };
  const run = await judge({ 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW }, { env: nowhere });
  assert.is(run.code, 0, run.stdout);
});

test('it is never green when it did not truly finish', async () => {
  using runner = new Runner();
  using repository = new Repository(MAIN);
  const workspace = repository.checkout('main', 1);
  const sha = repository.git('rev-parse', 'HEAD');
  const event = { pull_request: { number: 1, head: { sha }, base: { sha } } };
  const cases: readonly (readonly [string, Parameters<Runner['run']>[1]])[] = [
    ['no event', { eventName: 'pull_request', event, workspace, eventText: '' }],
    ['half an event', { eventName: 'pull_request', event, workspace, eventText: '{"pull_request": {' }],
    ['another event', { eventName: 'push', event: { ref: 'refs/heads/main' }, workspace }],
    ['no checkout', { eventName: 'pull_request', event, workspace: runner.folder }],
    ['an unknown profile', { eventName: 'pull_request', event, workspace, inputs: { profile: 'lax' } }],
    ['an unknown limit', { eventName: 'pull_request', event, workspace, inputs: { 'fail-on': 'never' } }],
    ['nowhere to write', { eventName: 'pull_request', event, workspace, env: { RUNNER_TEMP: '/dev/null' } }],
    ['no outputs', { eventName: 'pull_request', event, workspace, env: { GITHUB_OUTPUT: '/nowhere/output' } }],
  ];
  for (const [name, call] of cases) {
    const run = await runner.run('validate', call);
    assert.ok(run.code !== 0, `${name}: ${run.stdout}`);
    assert.ok(run.annotations.length > 0, name);
  }
});

test('a repository without connectors is nothing to check', async () => {
  assert.is((await judge({ 'README.md': 'x' }, { main: { 'README.md': 'y' } })).code, 3);
});

test('the same pull request gives the same report, byte for byte', async () => {
  const files = { 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW };
  const [one, two] = [await judge(files), await judge(files)];
  assert.equal({ ...one.report, head: '' }, { ...two.report, head: '' });
});

test('house style judges from its own bundle, by the ruleset of the base', async () => {
  const style = 'rules: {no-tomorrow: {severity: error, given: $.paths, then: {field: /tomorrow, function: falsy}}}\n';
  const run = await judge(
    { 'connectors/weather/openapi.yaml': OPENAPI + TOMORROW, '.spectral.yaml': 'rules: {}\n' },
    { main: { ...MAIN, '.spectral.yaml': style } },
  );
  assert.is(run.code, 1, run.stdout);
  const codes = run.report!.validate.diagnostics.map(({ code }) => code);
  assert.ok(codes.includes('style/no-tomorrow') && codes.includes('file/ruleset-changed'), codes.join());
});

test.run();
