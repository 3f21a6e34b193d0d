import { existsSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../domain/finding.ts';
import type { Help, HelpFound } from './check-one-by-one.ts';
import type { Judging } from './judge.ts';
import type { JudgedOne } from './judged-one.ts';
import { unpacked, type PackedJudged } from './packed-judged.ts';

/** What a thread is to judge: the connectors of a tree on disk that nobody has taken. */
export interface ThreadTask {
  /** Absolute. */
  readonly root: string;
  readonly paths: readonly string[];
  readonly judging: Judging;
  /** How many of the tree's readers are taken: all threads count in it. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** What a thread tells: each connector that it judged, and when there is none left, what it found about the tree. */
export type ThreadMessage =
  | { readonly index: number; readonly judged: readonly PackedJudged[] }
  | { readonly findings: readonly Finding[] };

const MOST_THREADS = 4;

/** Starts threads that judge beside this one: at most `wanted`, and no more than the machine runs at once. */
export function startThreads(wanted: number, task: Omit<ThreadTask, 'taken'>): Help {
  const file = threadFile();
  const most = Math.min(availableParallelism(), MOST_THREADS) - 1;
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const threads =
    file === undefined
      ? []
      : Array.from({ length: Math.min(wanted, most) }, () => startThread(file, { ...task, taken }));
  let turns = 0;
  return {
    next: () => {
      turns += 1;
      if (threads.length > 0 && turns === GROWN_BY) keepHeapsSmall();
      return Atomics.add(taken, 0, 1);
    },
    judged: async (readers, own) => {
      // A thread that was not ready in time has taken nothing.
      if (own === readers.length) return { judged: new Map(), findings: [] };
      const messages = (await Promise.all(threads.map(({ told }) => told))).flat();
      return foundIn(messages, (index, one) => unpacked(one, readers[index] ?? (() => undefined)));
    },
    end: () => {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

// By then the room for what dies young is some MiB. Kept smaller it is cleared so often that it takes a tenth of the time.
const GROWN_BY = 6;
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/** With several heaps in one process, what dies young may not take 32 MiB in each: for 524 connectors that is 70 MiB of 290. */
function keepHeapsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

interface Thread {
  readonly worker: Worker;
  /** All that it told before it ended, in whatever way: what is missing then is judged again, where the reason shows. */
  readonly told: Promise<readonly ThreadMessage[]>;
}

function startThread(file: URL, task: ThreadTask): Thread {
  const worker = new Worker(file, { workerData: task, env: compiledCode(), resourceLimits: LIMITS });
  const { promise, resolve } = Promise.withResolvers<readonly ThreadMessage[]>();
  const messages: ThreadMessage[] = [];
  worker.on('message', (message: ThreadMessage) => messages.push(message));
  worker.once('error', () => resolve(messages));
  worker.once('exit', () => resolve(messages));
  return { worker, told: promise };
}

/** Where this thread's compiled code is kept, if it is: other threads look there only when they are told. */
function compiledCode(): Record<string, string> {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

function foundIn(
  messages: readonly ThreadMessage[],
  whole: (index: number, one: PackedJudged) => JudgedOne,
): HelpFound {
  const judged = new Map<number, readonly JudgedOne[]>();
  const findings: Finding[] = [];
  for (const message of messages) {
    if ('findings' in message) findings.push(...message.findings);
    else
      judged.set(
        message.index,
        message.judged.map((one) => whole(message.index, one)),
      );
  }
  return { judged, findings };
}

/** The source itself, or the bundle that lies beside the command line's; an action, which judges what one change touches, has none. */
function threadFile(): URL | undefined {
  const candidates = ['./judge-thread.ts', './judge-thread.mjs', '../judge-thread.mjs'];
  return candidates.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(fileURLToPath(url)));
}
