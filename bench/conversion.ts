import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Bench, BenchContext, Row } from './bench.ts';
import { bundleConverter } from './contenders/bundle.ts';
import { interleave, medianOf, peakMemory, ratioOf, type Program } from './measure.ts';
import { apiSpecConverter, installConverter } from './peers.ts';
import { mebibytes, milliseconds } from './table.ts';

const ROUNDS = 11;
const MOST_MIB = 300;

/** From OpenAPI 3 to 2.0: the largest document of a folder, whole processes from the file to the text of the result and the report. */
export const conversionBench: Bench = {
  name: 'conversion',
  title: '## From OpenAPI 3 to OpenAPI 2.0',
  measure: async (context) => {
    const file = largestIn(context.corpus);
    if (file === undefined) return [notMeasured(`There is no document of OpenAPI 3 in "${context.corpus}"`)];
    const converter = await bundleConverter(context.scratch);
    return measureOn(file, { name: 'our converter', command: 'node', args: [converter, file] }, context);
  },
};

function measureOn(file: string, ours: Program, { progress }: BenchContext): Row[] {
  const what = `${basename(file)}, ${Math.round(statSync(file).size / 1000)} kB`;
  progress(`${what}, memory`);
  const peak = peakMemory(ours, 3);
  const limit = { peer: 'limit', theirs: mebibytes(MOST_MIB), ratio: peak / MOST_MIB, goal: 1, runs: 3 };
  const memory: Row = { what: `${what}, peak memory`, ours: mebibytes(peak), ...limit };
  const why = installConverter();
  if (why !== undefined) return [notMeasured(why), memory];
  const theirs = apiSpecConverter(file);
  progress(`${what}, against ${theirs.name}`);
  const times = interleave([ours, theirs], ROUNDS);
  return [
    {
      what,
      ours: milliseconds(medianOf(times, ours.name)),
      peer: theirs.name,
      theirs: milliseconds(medianOf(times, theirs.name)),
      ratio: ratioOf(times, ours.name, theirs.name),
      goal: 1 / 3,
      runs: ROUNDS,
    },
    memory,
  ];
}

/** The largest document that says it is OpenAPI 3. */
function largestIn(folder: string): string | undefined {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ya?ml|json)$/.test(name))
    .map((name) => join(folder, name))
    .toSorted((one, two) => statSync(two).size - statSync(one).size);
  return files.find((file) => /^\s*\{?\s*["']?openapi["']?\s*:\s*["']?3\.[01]/m.test(readFileSync(file, 'utf8')));
}

function notMeasured(why: string): Row {
  const what = 'the largest document';
  return { what, ours: '-', peer: 'api-spec-converter', theirs: '-', ratio: undefined, goal: 1 / 3, runs: 0, why };
}
