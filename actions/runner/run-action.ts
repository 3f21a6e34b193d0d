import * as core from '@actions/core';
import { EXIT_CODES, Failure } from '../../src/domain/failure.ts';
import { printable } from '../../src/report/printable.ts';

const OUR_BUG = 70;

/**
 * Runs an action. It has failed until it has ended: a promise that never settles, or an early exit, must not look like success. `main`
 * gives the exit code of a verdict.
 */
export async function runAction(main: () => Promise<number>): Promise<void> {
  process.exitCode = OUR_BUG;
  try {
    process.exitCode = await main();
  } catch (cause) {
    core.error(reasonOf(cause));
    if (cause instanceof Failure) process.exitCode = EXIT_CODES[cause.kind];
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Failure)) return `This is a bug in the action: ${traceOf(cause)}`;
  const lines = [...cause.message.split('\n'), ...(cause.hint === undefined ? [] : [cause.hint])];
  return lines.map(printable).join('\n');
}

function traceOf(cause: unknown): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return text.split('\n').slice(0, 20).map(printable).join('\n');
}
