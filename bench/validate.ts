import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bench, BenchContext, Row } from './bench.ts';
import { bundleContenders } from './contenders/bundle.ts';
import { interleave, medianOf, peakMemory, ratioOf, type Program, type Times } from './measure.ts';
import { installPeers, redocly, spectral } from './peers.ts';
import { commitAll, copyConnectors, copyDefinitions, middleOf, samplesIn, spread, type Sample } from './samples.ts';
import { mebibytes, milliseconds } from './table.ts';

const COMMAND = resolve('dist/connectors.mjs');
const ACTION = resolve('actions/validate/dist/index.mjs');

/** Judging connectors: whole processes, from the bundles as they lie in dist/ and actions/validate/dist/. */
export const validateBench: Bench = {
  name: 'validate',
  title: '## Judging connectors',
  measure: async (context) => {
    for (const bundle of [COMMAND, ACTION]) {
      if (!existsSync(bundle)) throw new Error(`There is no "${bundle}": run "npm run build" before`);
    }
    const samples = samplesIn(context.corpus);
    const { floor, seriousme } = await bundleContenders(context.scratch);
    const bench = { ...context, samples, floor, seriousme };
    return [...wholeCorpus(bench), ...hundred(bench), ...oneFromCold(bench), ...nothingChanged(bench)];
  },
};

interface Setting extends BenchContext {
  readonly samples: readonly Sample[];
  readonly floor: string;
  readonly seriousme: string;
}

const FLOOR = 'floor F';
const OURS = 'connectors validate';
const NODE: Program = { name: 'node -e 0', command: 'node', args: ['-e', '0'] };

function validate(folder: string, ...paths: readonly string[]): Program {
  return { name: OURS, command: 'node', args: [COMMAND, 'validate', ...paths], folder };
}

function floorOf({ floor }: Setting, folder: string): Program {
  return { name: FLOOR, command: 'node', args: [floor, folder] };
}

function wholeCorpus(setting: Setting): Row[] {
  const { corpus, samples, seriousme, scratch, progress } = setting;
  const what = `${samples.length} connectors`;
  const ours = validate(corpus);
  const floor = floorOf(setting, corpus);
  const fast: Program = { name: '@seriousme/openapi-schema-validator', command: 'node', args: [seriousme, corpus] };
  const slow = spectral('spectral lint', copyDefinitions(samples, join(scratch, 'definitions')));

  progress(`${what}, against the floor and seriousme`);
  const times = interleave([ours, floor, fast], 7);
  progress(`${what}, against Spectral: two rounds, because one takes half a minute`);
  const slowTimes = interleave([ours, slow], 2, 0);
  progress(`${what}, memory`);
  const peak = peakMemory(ours, 3);
  const memory = (peer: Program, goal: number, runs: number): Row => {
    const theirs = peakMemory(peer, runs);
    const shown = { ours: mebibytes(peak), theirs: mebibytes(theirs) };
    return { what: `${what}, peak memory`, ...shown, peer: peer.name, ratio: peak / theirs, goal, runs };
  };
  return [
    wall(what, times, floor, 2),
    wall(what, times, fast, 1.3),
    wall(what, slowTimes, slow, 1 / 15),
    memory(floor, 2, 3),
    memory(slow, 1 / 6, 1),
  ];
}

function hundred(setting: Setting): Row[] {
  const { samples, scratch, progress } = setting;
  const chosen = spread(
    samples.filter(({ isPlain }) => isPlain),
    100,
  );
  const what = `${chosen.length} connectors`;
  const tree = copyConnectors(chosen, join(scratch, 'hundred'));
  const ours = validate(tree);
  const floor = floorOf(setting, tree);
  progress(`${what}, against the floor`);
  const first = wall(what, interleave([ours, floor], 11), floor, 2.5);
  progress(`${what}, against Redocly`);
  const why = installPeers();
  const peer = { name: 'redocly lint' };
  if (why !== undefined) return [first, notMeasured(what, peer.name, 1 / 2, why)];
  const other = redocly(peer.name, copyDefinitions(chosen, join(scratch, 'hundred-definitions')));
  return [first, wall(what, interleave([ours, other], 5), other, 1 / 2)];
}

function oneFromCold({ samples, scratch, progress }: Setting): Row[] {
  const plain = samples.filter(({ isPlain }) => isPlain);
  const { folder } = middleOf(plain);
  progress(`one connector from cold, ${folder}`);
  const repository = join(scratch, 'one');
  cpSync(folder, join(repository, 'connector'), { recursive: true });
  const head = commitAll(repository);
  const ours = validate(repository, 'connector');
  const action = validateAction(repository, head, join(scratch, 'runner'));
  const times = interleave([ours, action, NODE], 21);
  return [
    wall('one connector, command line', times, NODE, 5),
    wall('one connector, actions/validate', times, NODE, 6, action.name),
  ];
}

/** The action as a runner starts it, on a pull request that changes nothing. */
function validateAction(repository: string, head: string, runner: string): Program {
  mkdirSync(runner, { recursive: true });
  const event = join(runner, 'event.json');
  const pullRequest = { number: 1, title: 'Bench', head: { sha: head }, base: { sha: head } };
  writeFileSync(event, JSON.stringify({ pull_request: pullRequest }));
  const left = (name: string): string => {
    writeFileSync(join(runner, name), '');
    return join(runner, name);
  };
  const env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: left('output'),
    GITHUB_STEP_SUMMARY: left('summary'),
    GITHUB_REPOSITORY: 'contoso/connectors',
    GITHUB_RUN_ID: '1',
    GITHUB_WORKSPACE: repository,
    RUNNER_TEMP: runner,
    'INPUT_FAIL-ON': 'error',
    INPUT_PROFILE: '',
  };
  return { name: 'actions/validate', command: 'node', args: [ACTION], folder: repository, env };
}

function nothingChanged({ samples, scratch, progress }: Setting): Row[] {
  const what = `${samples.length} connectors, nothing changed`;
  progress(what);
  const repository = copyConnectors(samples, join(scratch, 'repository'));
  commitAll(repository);
  const ours = validate(repository, '.', '--base', 'HEAD');
  const git = GIT_CALLS.map((args, index): Program => ({
    name: `git ${index}`,
    command: 'git',
    args,
    folder: repository,
  }));
  const times = interleave([ours, NODE, ...git], 11);
  const inGit = git.reduce((sum, { name }) => sum + medianOf(times, name), 0);
  const rest = medianOf(times, OURS) - inGit;
  return [
    {
      what,
      ours: `${milliseconds(rest)} + ${milliseconds(inGit)} in git`,
      peer: NODE.name,
      theirs: milliseconds(medianOf(times, NODE.name)),
      ratio: rest / medianOf(times, NODE.name),
      goal: 6,
      runs: 11,
    },
  ];
}

// What nobody can leave out who asks git whether a folder differs from a commit.
const GIT_CALLS = [
  ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}'],
  ['diff', '--name-only', '-z', '--relative', '--no-renames', '--no-ext-diff', '--no-textconv', 'HEAD', '--', '.'],
  ['ls-files', '--others', '--exclude-standard', '-z', '--', '.'],
] as const;

function wall(what: string, times: Times, { name: peer }: Program, goal: number, name = OURS): Row {
  return {
    what,
    ours: milliseconds(medianOf(times, name)),
    peer,
    theirs: milliseconds(medianOf(times, peer)),
    ratio: ratioOf(times, name, peer),
    goal,
    runs: times.get(name)?.length ?? 0,
  };
}

function notMeasured(what: string, peer: string, goal: number, why: string): Row {
  return { what, ours: '-', peer, theirs: '-', ratio: undefined, goal, runs: 0, why };
}
