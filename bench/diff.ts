import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Connector } from '../src/domain/connector.ts';
import { deriveConnectorId } from '../src/domain/connector-id.ts';
import type { JsonObject } from '../src/domain/json.ts';
import { diffConnectors } from '../src/diff/diff-connectors.ts';
import { connectorFromRevision } from '../src/load/from-revision.ts';
import type { Bench, BenchContext, Row } from './bench.ts';
import { bundleEngine } from './contenders/bundle.ts';
import { interleave, median, medianOf, ratioOf, type Program } from './measure.ts';
import { pairFolders, pairsIn, type Pair } from './pairs.ts';
import { milliseconds } from './table.ts';

const COMMAND = resolve('dist/connectors.mjs');
const FLOOR = fileURLToPath(new URL('contenders/read-and-parse.mjs', import.meta.url));
const ROUNDS = 15;
const LONGEST_MS = 300;

/** Comparing two versions: real updates, each a folder with a before.json and an after.json. */
export const diffBench: Bench = {
  name: 'diff',
  title: '## Comparing two versions',
  measure: async (context) => {
    const pairs = pairsIn(context.corpus);
    if (pairs.length === 0)
      return [notMeasured(`There is no folder with a before.json and an after.json in "${context.corpus}"`)];
    return [...inProcess(pairs, context), ...(await wholeHistory(context))];
  },
};

/** Median times of one pair, in milliseconds. */
interface PairTimes {
  readonly bytes: number;
  /** The comparison. */
  readonly ours: number;
  /** Of two documents that are the same: what a deep-equal costs that looks at all of one of both sides, on average. */
  readonly whole: number;
  /** The deep-equal of the two as they are: it ends at the first difference. */
  readonly stopping: number;
  /** The comparison of a document with itself, parsed a second time: as it comes from a registry, and with its text, as it comes from disk. */
  readonly same: number;
  readonly sameText: number;
}

function inProcess(pairs: readonly Pair[], { progress }: BenchContext): Row[] {
  progress(`${pairs.length} pairs, ${ROUNDS} rounds`);
  const times = pairs.map(timesOf);
  const p50 = (pick: (one: PairTimes) => number): number => median(times.map(pick));
  const largest = times.reduce((one, two) => (two.bytes > one.bytes ? two : one));
  const slowest = Math.max(...times.map(({ ours }) => ours));
  const row = (what: string, ours: number, peer: string, theirs: number, ratio: number, goal: number): Row => {
    return { what, ours: fine(ours), peer, theirs: fine(theirs), ratio, goal, runs: ROUNDS };
  };
  const whole = 'deep-equal that looks at all of it';
  return [
    row(
      'a pair, p50',
      p50(({ ours }) => ours),
      whole,
      p50((one) => one.whole),
      p50((one) => one.ours / one.whole),
      5,
    ),
    row(
      'a pair, p50',
      p50(({ ours }) => ours),
      'deep-equal that stops at the first difference',
      p50((one) => one.stopping),
      p50((one) => one.ours / one.stopping),
      5,
    ),
    row(
      'the same document twice, p50',
      p50(({ same }) => same),
      whole,
      p50((one) => one.whole),
      p50((one) => one.same / one.whole),
      5,
    ),
    row(
      'the same text twice, p50',
      p50(({ sameText }) => sameText),
      whole,
      p50((one) => one.whole),
      p50((one) => one.sameText / one.whole),
      0.1,
    ),
    row('the largest pair', largest.ours, 'limit', LONGEST_MS, largest.ours / LONGEST_MS, 1),
    row('the slowest pair', slowest, 'limit', LONGEST_MS, slowest / LONGEST_MS, 1),
  ];
}

function timesOf({ before, after, again, bytes }: Pair): PairTimes {
  const [older, newer, newerAgain] = [before, after, again.after].map(connectorOf);
  if (older === undefined || newer === undefined || newerAgain === undefined) throw new Error('Three make three');
  const contenders = [
    () => diffConnectors(older, newer),
    () => isDeepStrictEqual(before, again.before),
    () => isDeepStrictEqual(after, again.after),
    () => isDeepStrictEqual(before, after),
    () => diffConnectors(newer, newerAgain),
    () => diffConnectors(withText(newer, after), withText(newerAgain, again.after)),
  ];
  const [ours = NaN, one = NaN, two = NaN, stopping = NaN, same = NaN, sameText = NaN] = inTurn(contenders);
  return { bytes, ours, whole: (one + two) / 2, stopping, same, sameText };
}

/** As it is read from disk: each side has the text that it was parsed from, in a string of its own. */
function withText(connector: Connector, document: JsonObject): Connector {
  const file = connector.openapi?.file ?? '';
  const properties = connector.properties?.file ?? '';
  return {
    ...connector,
    texts: new Map([
      [file, textOf(document)],
      [properties, '{}'],
    ]),
  };
}

const texts = new WeakMap<JsonObject, string>();

function textOf(document: JsonObject): string {
  const text = texts.get(document) ?? JSON.stringify(document, null, 2);
  texts.set(document, text);
  return text;
}

/** The median time of each, in rounds that begin with another one: what else the machine does falls on all alike. */
function inTurn(contenders: readonly (() => unknown)[]): number[] {
  const times = contenders.map((): number[] => []);
  for (let round = -3; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (turn + round + contenders.length) % contenders.length;
      const start = performance.now();
      contenders[index]?.();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

function connectorOf(openapi: JsonObject): Connector {
  return connectorFromRevision(deriveConnectorId('bench'), { openapi, properties: {} });
}

/** Every update at once, whole processes: the engine alone, and the command line on two trees, which also finds every line. */
async function wholeHistory({ corpus, scratch, progress }: BenchContext): Promise<Row[]> {
  if (!existsSync(COMMAND)) throw new Error(`There is no "${COMMAND}": run "npm run build" before`);
  const folders = pairFolders(corpus);
  progress(`${folders.length} updates, whole processes`);
  const root = asTrees(folders, join(scratch, 'history'));
  const floor: Program = { name: 'read and parse', command: 'node', args: [FLOOR, root] };
  const engine: Program = { name: 'engine', command: 'node', args: [await bundleEngine(scratch), corpus] };
  const verb: Program = {
    name: 'connectors diff',
    command: 'node',
    args: [COMMAND, 'diff', 'before', 'after'],
    folder: root,
  };
  const times = interleave([engine, verb, floor], 11);
  return [engine, verb].map(({ name }) => ({
    what: `${folders.length} updates, ${name}`,
    ours: milliseconds(medianOf(times, name)),
    peer: floor.name,
    theirs: milliseconds(medianOf(times, floor.name)),
    ratio: ratioOf(times, name, floor.name),
    goal: 3,
    runs: 11,
  }));
}

function asTrees(folders: readonly string[], root: string): string {
  for (const folder of folders) {
    for (const side of ['before', 'after']) {
      const connector = join(root, side, basename(folder));
      mkdirSync(connector, { recursive: true });
      copyFileSync(join(folder, `${side}.json`), join(connector, 'apiDefinition.swagger.json'));
    }
  }
  return root;
}

function fine(time: number): string {
  return time < 10 ? `${time.toFixed(3)} ms` : milliseconds(time);
}

function notMeasured(why: string): Row {
  return { what: 'pairs', ours: '-', peer: '-', theirs: '-', ratio: undefined, goal: 5, runs: 0, why };
}
