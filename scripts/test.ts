// Runs every test file, a folder of test/ at a time and as many folders at once as there are processors, and fails when uvu would
// have passed in silence: it exits 0 when no file matches and when a file forgets `test.run()`.
// Usage: node scripts/test.ts [PATTERN] [--nightly]      PATTERN is a regular expression for paths below test/
import { spawn } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

interface Outcome {
  readonly exitCode: number | null;
  readonly total: number;
  readonly passed: number;
}

const nightly = process.argv.includes('--nightly');
const pattern = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

// Tests start hundreds of processes from the sources; each would take their types off again.
const COMPILED = resolve('node_modules/.cache/compiled');

/** The chosen files by their folder, the one with the most to read first: it is likely to take longest. */
function foldersOf(files: readonly string[]): string[][] {
  const groups = Map.groupBy(files, (file) => file.split('/')[1] ?? '');
  const sizeOf = (group: readonly string[]): number => group.reduce((sum, file) => sum + statSync(file).size, 0);
  return [...groups.values()].toSorted((one, two) => sizeOf(two) - sizeOf(one));
}

/** One process of uvu over some files; what it prints is shown in one piece, when it ends. */
async function run(files: readonly string[]): Promise<Outcome> {
  const exact = files.map((file) => file.slice('test/'.length).replaceAll('.', '\\.')).join('|');
  const child = spawn(process.execPath, ['node_modules/uvu/bin.js', 'test', `^(?:${exact})$`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const printed = await text(child.stdout);
  const exitCode = await ended;
  process.stdout.write(printed);
  const count = (name: string): number => Number(new RegExp(`^\\s*${name}:\\s+(\\d+)`, 'm').exec(printed)?.[1] ?? 0);
  return { exitCode, total: count('Total'), passed: count('Passed') };
}

async function runAll(groups: readonly (readonly string[])[]): Promise<Outcome[]> {
  const waiting = [...groups];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) outcomes.push(await run(group));
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
  return outcomes;
}

const found = globSync(nightly ? 'test/**/*.{test,nightly}.ts' : 'test/**/*.test.ts').toSorted();
const wanted = found.filter((file) => pattern === undefined || new RegExp(pattern).test(file.slice('test/'.length)));
if (found.length === 0) console.error('No test file found below test/: are you at the root of the repository?');
else if (wanted.length === 0) console.error('No test ran.');

const outcomes = await runAll(foldersOf(wanted));
const sum = (key: 'total' | 'passed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
// A process that ended otherwise than by its tests, or that ran none, has failed at least once.
const silent = outcomes.filter(({ exitCode, total, passed }) => total === 0 || (exitCode !== 0 && total === passed));
const failed = sum('total') - sum('passed') + silent.length;
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exitCode = failed === 0 && sum('total') > 0 ? 0 : 1;
