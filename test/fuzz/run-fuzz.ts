// Judges many broken connectors in this process and prints a line of JSON for each that takes too long, needs too much, or ends in an
// exception; then one with what the slowest and the largest took. Whoever starts this watches that it goes on.
// Usage: node test/fuzz/run-fuzz.ts SEED COUNT [FOLDER OF CONNECTORS]      the document of a failure again: its own SEED and a COUNT of 1
import * as fc from 'fast-check';
import { brokenFiles } from './broken-files.ts';
import { judgeFiles } from './judge-files.ts';
import { seedsIn } from './seeds.ts';

export interface Outcome {
  readonly seed: number;
  readonly ms: number;
  readonly peakMiB: number;
  readonly error?: string;
}

export interface Tally {
  readonly judged: number;
  readonly slowestMs: number;
  readonly peakMiB: number;
}

const LIMITS = { ms: 1000, peakMiB: 512 };

const [first = '1', count = '1', folder = 'connectors'] = process.argv.slice(2);
const files = brokenFiles(seedsIn(folder));
let slowestMs = 0;
let peak = 0;
for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
  const [document = {}] = fc.sample(files, { seed, numRuns: 1 });
  const outcome = judged(document, seed);
  slowestMs = Math.max(slowestMs, outcome.ms);
  if (outcome.error !== undefined || outcome.ms > LIMITS.ms || outcome.peakMiB > Math.max(peak, LIMITS.peakMiB)) {
    console.log(JSON.stringify(outcome));
  }
  peak = Math.max(peak, outcome.peakMiB);
  if (seed % 500 === 0) console.log(JSON.stringify({ at: seed }));
}
console.log(JSON.stringify({ judged: Number(count), slowestMs, peakMiB: peak } satisfies Tally));

/** Time is this thread's own, so that a busy machine is not taken for a slow rule. */
function judged(document: Parameters<typeof judgeFiles>[0], seed: number): Outcome {
  const start = process.threadCpuUsage();
  let error: string | undefined;
  try {
    judgeFiles(document, seed);
  } catch (cause) {
    error = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  }
  const { user, system } = process.threadCpuUsage(start);
  const outcome = { seed, ms: (user + system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 };
  return error === undefined ? outcome : { ...outcome, error };
}
