import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkPaths } from '../../src/app/check-paths.ts';
import { checkPullRequest } from '../../src/app/pull-request-check.ts';
import type { ReportedDiagnostic } from '../../src/report/validate-report.ts';
import { Repository, type Files } from '../actions/repository.ts';

const test = suite('house-style/style-of-base');
const TODAY = '2027-01-31';

const openapi = (name: string, summary: string): string =>
  [
    'swagger: "2.0"',
    `info: {title: ${name}, description: Says what there is, version: "1.0"}`,
    `host: ${name}.example.com`,
    'paths:',
    '  /now:',
    '    get:',
    '      operationId: GetNow',
    `      summary: ${summary}`,
    '      responses: {"200": {description: What there is}}',
    '',
  ].join('\n');
const connector = (name: string, summary: string): Files => ({
  [`connectors/${name}/connector.yaml`]: 'publisher: Contoso\nstackOwner: Contoso\niconBrandColor: "#0a7d55"\n',
  [`connectors/${name}/openapi.yaml`]: openapi(name, summary),
});
const style = (length: number): string =>
  [
    'rules:',
    '  summaries-are-short:',
    '    severity: error',
    '    given: $.paths[*][*].summary',
    `    then: {function: length, functionOptions: {max: ${length}}}`,
    '',
  ].join('\n');

const MAIN: Files = {
  ...connector('weather', 'Get it'),
  ...connector('stocks', 'Get a lot of it'),
  '.spectral.yaml': style(8),
};

type Shown = Pick<ReportedDiagnostic, 'code' | 'file' | 'new'>;

/** What house style says of a pull request that changes these files. */
async function judge(files: Files, main: Files = MAIN): Promise<Shown[]> {
  return (await judgeTwice(files, main, ['action']))[0]!;
}

type Judge = 'action' | 'command line';

async function judgeTwice(files: Files, main: Files, by: readonly Judge[]): Promise<Shown[][]> {
  using repository = new Repository(main);
  const baseSha = repository.git('rev-parse', 'HEAD');
  const headSha = repository.branch('topic', files);
  const root = repository.checkout(repository.pullRequestMerge(headSha));
  const event = { number: 1, headSha, baseSha };
  const judges: Readonly<Record<Judge, () => Promise<readonly ReportedDiagnostic[]>>> = {
    action: async () => (await checkPullRequest({ root, event, today: TODAY })).report.validate.diagnostics,
    'command line': async () => (await checkPaths(root, [], { today: TODAY, base: 'HEAD^1' })).report.diagnostics,
  };
  // Awaited here: the repository is deleted when this function ends.
  return await Promise.all(by.map(async (one) => shown(await judges[one]())));
}

function shown(diagnostics: readonly ReportedDiagnostic[]): Shown[] {
  return diagnostics
    .filter(({ code }) => /^(?:style\/|metadata\/suppression|file\/(?:ruleset|house|yaml))/.test(code))
    .map(({ code, file, new: isNew }) => ({ code, file, new: isNew! }));
}

const WEATHER = 'connectors/weather/openapi.yaml';
const SHORT = 'style/summaries-are-short';
const CHANGED: Shown = { code: 'file/ruleset-changed', file: '.spectral.yaml', new: true };

test('what a change adds is judged; what it leaves alone is not even looked at', async () => {
  assert.equal(await judge({ [WEATHER]: openapi('weather', 'Get the weather') }), [
    { code: SHORT, file: WEATHER, new: true },
  ]);
  assert.equal(await judge({ 'connectors/weather/README.md': '# Weather\n' }), []);
});

test('the action and the command line say the same', async () => {
  const files = { [WEATHER]: openapi('weather', 'Get the weather'), '.spectral.yaml': style(99) };
  const [ofAction, ofCommandLine] = await judgeTwice(files, MAIN, ['action', 'command line']);
  assert.equal(ofAction, [CHANGED, { code: SHORT, file: WEATHER, new: true }]);
  assert.equal(ofCommandLine, ofAction);
});

test('what a changed connector had before is marked, wherever it has moved', async () => {
  const stocks = 'connectors/stocks/openapi.yaml';
  const later = openapi('stocks', 'Get a lot of it').replace('paths:', '# More lines\n\npaths:');
  assert.equal(await judge({ [stocks]: later }), [{ code: SHORT, file: stocks, new: false }]);
});

test('a change cannot loosen, delete or replace the ruleset that judges it', async () => {
  const long = { [WEATHER]: openapi('weather', 'Get the weather') };
  const found = { code: SHORT, file: WEATHER, new: true };
  assert.equal(await judge({ ...long, '.spectral.yaml': style(99) }), [CHANGED, found]);
  assert.equal(await judge({ ...long, '.spectral.yaml': null }), [CHANGED, found]);
  assert.equal(await judge({ ...long, 'connectors/weather/.spectral.yaml': 'rules: {}\n' }), [
    { ...CHANGED, file: 'connectors/weather/.spectral.yaml' },
    found,
  ]);
});

test('nor by a file that the ruleset extends', async () => {
  const main = { ...MAIN, '.spectral.yaml': 'extends: ./team.yaml\n', 'team.yaml': style(8) };
  assert.equal(await judge({ [WEATHER]: openapi('weather', 'Get the weather'), 'team.yaml': style(99) }, main), [
    { code: SHORT, file: WEATHER, new: true },
    { ...CHANGED, file: 'team.yaml' },
  ]);
});

test('a file that the ruleset extends is seen when nothing else changes, also when it goes', async () => {
  const main = { ...MAIN, '.spectral.yaml': 'extends: ./team.yaml\n', 'team.yaml': style(8), 'other.yaml': 'a: 1\n' };
  const both: Judge[] = ['action', 'command line'];
  const told = [{ ...CHANGED, file: 'team.yaml' }];
  assert.equal(await judgeTwice({ 'team.yaml': style(99) }, main, both), [told, told]);
  assert.equal(await judgeTwice({ 'other.yaml': 'a: 2\n' }, main, both), [[], []]);
  const rid = await judgeTwice({ 'team.yaml': null }, main, ['command line']);
  assert.equal(
    rid[0]?.map(({ code, file }) => `${code} ${file}`),
    ['file/ruleset-not-valid .spectral.yaml', 'file/ruleset-changed team.yaml'],
  );
});

test('a stricter ruleset judges from the next change on', async () => {
  assert.equal(await judge({ [WEATHER]: openapi('weather', 'Get all'), '.spectral.yaml': style(2) }), [CHANGED]);
});

test('a ruleset that is new or was broken is checked for mistakes, and judges nothing yet', async () => {
  const { '.spectral.yaml': _, ...bare } = MAIN;
  const long = { [WEATHER]: openapi('weather', 'Get the weather') };
  assert.equal(await judge({ ...long, '.spectral.yaml': style(8) }, bare), [CHANGED]);
  assert.equal(await judge({ ...long, '.spectral.yaml': style(8).replace('length,', 'lenght,') }), [
    CHANGED,
    { code: 'file/ruleset-not-valid', file: '.spectral.yaml', new: true },
    { code: SHORT, file: WEATHER, new: true },
  ]);
  const broken = { ...MAIN, '.spectral.yaml': style(8).replace('length,', 'lenght,') };
  assert.equal(await judge({ ...long, '.spectral.yaml': style(8) }, broken), [CHANGED]);
  assert.equal(await judge(long, broken), [{ code: 'file/ruleset-not-valid', file: '.spectral.yaml', new: false }]);
});

test('a suppression that the ruleset does not need is told where the ruleset has judged', async () => {
  const manifest = 'connectors/weather/connector.yaml';
  const entry = `suppressions: [{rule: ${SHORT}, reason: r, owner: o, expires: "2027-02-01"}]\n`;
  const suppressed = { [manifest]: `${String(MAIN[manifest])}${entry}` };
  const told = { code: 'metadata/suppression-unused', file: manifest, new: true };
  const short = { [WEATHER]: openapi('weather', 'Get all') };
  assert.equal(await judge({ ...suppressed, ...short }), [told]);
  assert.equal(await judge({ ...suppressed, [WEATHER]: openapi('weather', 'Get the weather') }), []);
  assert.equal(await judge(suppressed), []);
  assert.equal(await judge({ ...suppressed, ...short, '.spectral.yaml': style(2) }), [CHANGED]);
  assert.equal(await judge(short, { ...MAIN, ...suppressed }), [{ ...told, new: false }]);

  using repository = new Repository({ ...MAIN, ...suppressed });
  const { report } = await checkPaths(repository.checkout('main'), ['connectors/weather'], { today: TODAY });
  assert.equal(
    report.diagnostics.filter(({ code }) => code.startsWith('metadata/suppression')).map(({ message }) => message),
    [`The suppression of "${SHORT}" matches no finding`],
  );
});

test('a program in place of a ruleset is refused, and the base judges on', async () => {
  const files = {
    [WEATHER]: openapi('weather', 'Get the weather'),
    '.spectral.js': 'process.exit(0)',
    '.spectral.yaml': null,
  };
  assert.equal(await judge(files), [
    { code: 'file/ruleset-not-allowed', file: '.spectral.js', new: true },
    CHANGED,
    { code: SHORT, file: WEATHER, new: true },
  ]);
});

test.run();
