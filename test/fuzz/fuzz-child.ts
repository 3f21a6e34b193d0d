import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isObject } from '../../src/domain/json.ts';

export interface FuzzResult {
  readonly judged: number;
  readonly slowestMs: number;
  readonly peakMiB: number;
  /** One line for each document that was too slow or too large, or ended in an exception or not at all; how to see it again first. */
  readonly failures: readonly string[];
}

/**
 * Judges `count` broken connectors in a process of its own, so that one which never ends is found too: nothing is heard for `patienceMs`
 * then.
 */
export async function fuzz(seed: number, count: number, folder: string, patienceMs: number): Promise<FuzzResult> {
  const args = ['test/fuzz/run-fuzz.ts', String(seed), String(count), folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const failures: string[] = [];
  let tally = { judged: 0, slowestMs: 0, peakMiB: 0 };
  let last = seed;
  const hangs = (): void => {
    failures.push(`node test/fuzz/run-fuzz.ts ${last} 500 ${folder}: nothing is heard for ${patienceMs} ms`);
    child.kill('SIGKILL');
  };
  let watchdog = setTimeout(hangs, patienceMs);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(watchdog);
    watchdog = setTimeout(hangs, patienceMs);
    const told: unknown = JSON.parse(line);
    if (!isObject(told)) continue;
    if (typeof told['at'] === 'number') last = told['at'];
    else if ('judged' in told) tally = told as unknown as typeof tally;
    else failures.push(`node test/fuzz/run-fuzz.ts ${JSON.stringify(told['seed'])} 1 ${folder}: ${line}`);
  }
  clearTimeout(watchdog);
  if (tally.judged !== count && failures.length === 0) failures.push(`The process ended before its end, after ${last}`);
  return { ...tally, failures };
}
