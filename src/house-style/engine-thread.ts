import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Answer, Question } from './messages.ts';

/** How long one question may take, and how much memory, before the thread is ended. */
export interface EngineLimits {
  /** Milliseconds. */
  readonly time: number;
  /** MiB of JavaScript objects. */
  readonly memory: number;
}

// The largest real document (1.1 MB) takes 1.3 s with all of spectral:oas, and 250 MB.
export const ENGINE_LIMITS: EngineLimits = { time: 20_000, memory: 1024 };

export type Reply = Answer | { readonly kind: 'stopped'; readonly why: 'time' | 'memory' };

/** A thread with the engine in it. It has no environment, prints nothing, and is ended by its first overrun. */
export interface EngineThread {
  readonly ask: (question: Question) => Promise<Reply>;
  readonly end: () => Promise<void>;
}

export function startEngineThread(limits: EngineLimits): EngineThread {
  const worker = new Worker(threadFile(), {
    env: {},
    argv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
  });
  // What a library prints about a document is nobody's report.
  worker.stdout.resume();
  worker.stderr.resume();
  const end = async (): Promise<void> => void (await worker.terminate());
  // Loading the engine is the machine's time, not the ruleset's.
  const ready = once(worker, 'message');
  const ask = async (question: Question): Promise<Reply> => {
    await ready;
    return reply(worker, question, limits.time, end);
  };
  return { ask, end };
}

async function reply(worker: Worker, question: Question, time: number, end: () => Promise<void>): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const failed = (cause: Error & { readonly code?: string }): void => {
    if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ kind: 'stopped', why: 'memory' });
    else reject(cause);
  };
  const timer = setTimeout(() => void end().then(() => resolve({ kind: 'stopped', why: 'time' })), time);
  worker.once('message', resolve);
  worker.once('error', failed);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(question);
    return await promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', resolve);
    worker.off('error', failed);
  }
}

/** The thread's file: the source itself, or the bundle that lies beside this one's (scripts/bundle.ts). */
function threadFile(): URL {
  const candidates = ['./thread.ts', './house-style.mjs', '../house-style.mjs'];
  const found = candidates.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(fileURLToPath(url)));
  if (found === undefined) throw new Error('The bundle "house-style.mjs" is not beside the program');
  return found;
}
