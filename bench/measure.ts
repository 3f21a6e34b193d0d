import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A whole process to measure. */
export interface Program {
  readonly name: string;
  /** What to start: `node` is the Node that runs this. */
  readonly command: 'node' | 'git';
  readonly args: readonly string[];
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Wall times of programs by name, in milliseconds, in the order of the rounds. */
export type Times = ReadonlyMap<string, readonly number[]>;

const LONGEST_MS = 15 * 60_000;
// Findings are no failure of a run: what judges connectors exits with 1 when there are some.
const EXPECTED: ReadonlySet<number | null> = new Set([0, 1]);

/**
 * Wall times, in rounds: each runs every program once, beginning with another one, so that whatever else the machine does falls on all
 * alike. `warmUp` rounds before fill the caches of the disk and are not counted.
 */
export function interleave(programs: readonly Program[], rounds: number, warmUp = 1): Times {
  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    const first = (round + warmUp) % programs.length;
    for (const program of [...programs.slice(first), ...programs.slice(0, first)]) {
      const time = wallTime(program);
      if (round >= 0) times.get(program.name)?.push(time);
    }
  }
  return times;
}

function wallTime(program: Program): number {
  const start = process.hrtime.bigint();
  run(program, []);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const REPORTER = fileURLToPath(new URL('report-peak-memory.mjs', import.meta.url));

/** Largest resident memory of a Node program in MiB, by its own `process.resourceUsage()` when it ends: the median of some runs. */
export function peakMemory(program: Program, runs: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'peak');
  try {
    const peaks = Array.from({ length: runs }, () => {
      run({ ...program, env: { ...program.env, BENCH_PEAK_FILE: file } }, ['--import', REPORTER]);
      return Number(readFileSync(file, 'utf8')) / 1024;
    });
    return median(peaks);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run({ name, command, args, folder, env }: Program, flags: readonly string[]): void {
  const { status, signal, stderr, error } = spawnSync(
    command === 'node' ? process.execPath : command,
    [...flags, ...args],
    { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST_MS },
  );
  if (error !== undefined) throw error;
  if (EXPECTED.has(status)) return;
  throw new Error(`${name} ended with ${signal ?? status}: ${stderr.toString('utf8').slice(0, 2000)}`);
}

/** The median of the ratios of each round: two programs are compared only with what ran beside them. */
export function ratioOf(times: Times, name: string, peer: string): number {
  const peers = timesOf(times, peer);
  return median(timesOf(times, name).map((time, round) => time / (peers[round] ?? NaN)));
}

export function medianOf(times: Times, name: string): number {
  return median(timesOf(times, name));
}

function timesOf(times: Times, name: string): readonly number[] {
  const found = times.get(name);
  if (found === undefined) throw new Error(`"${name}" was not measured`);
  return found;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, two) => one - two);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
