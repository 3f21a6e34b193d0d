import { EXIT_CODES } from '../domain/failure.ts';

/** 128 and the number of the signal, as shells have it. */
const CODES = { SIGINT: EXIT_CODES.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

const SIGNALS = Object.keys(CODES) as readonly (keyof typeof CODES)[];

/**
 * Ends the program by `process.exit` when it is told to end, between two steps of it: whoever has begun to write listens for `exit` and takes
 * back what is half done.
 */
export function endOnSignals(): void {
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // A prompt hides the cursor of a terminal that is still there.
      if (signal === 'SIGTERM' && process.stderr.isTTY) process.stderr.write('\u{1b}[?25h');
      process.exit(CODES[signal]);
    });
  }
}

/** For a server, which has its own end. */
export function leaveSignals(): void {
  for (const signal of SIGNALS) process.removeAllListeners(signal);
}
