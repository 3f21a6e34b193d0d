import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether this machine can make a pseudo-terminal for a command. */
export const hasTerminal = existsSync('/usr/bin/script');

/** What a person presses from when a text is on the screen. */
export type Press = readonly [see: string, keys: string];

// How a question is marked that waits, and one that was answered.
const WAITS = '◆';
const ANSWERED = '◇';
const PATIENCE_MS = 3000;

/**
 * Runs the command in a pseudo-terminal and presses at each question what the last of the texts that are there wants, until it ends. A key
 * that came too soon would be taken for the answer to the question after.
 */
export function pressing(
  cwd: string,
  args: readonly string[],
  presses: readonly Press[],
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number | null; readonly screen: string }> {
  const line = [process.execPath, resolve('scripts/connectors.ts'), ...args].map((word) => `'${word}'`).join(' ');
  const { CI: _, ...env } = process.env;
  // A terminal without a size breaks every line after one character.
  const sized = `stty cols 100 rows 40; ${line}`;
  const child = spawn('/usr/bin/script', ['-qefc', sized, '/dev/null'], {
    cwd,
    env: { ...env, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text));
  child.stdin.on('error', () => {});
  let last = { length: 0, at: -Infinity };
  // A prompt may be shown a moment before it listens, so what has no effect is pressed again.
  const pressed = setInterval(() => {
    const press = presses.findLast(([see]) => screen.includes(see));
    const since = screen.slice(last.length);
    const isAsked = since.lastIndexOf(WAITS) > since.lastIndexOf(ANSWERED);
    if (press === undefined || (!isAsked && performance.now() - last.at < PATIENCE_MS)) return;
    last = { length: screen.length, at: performance.now() };
    child.stdin.write(press[1]);
  }, 200);
  const patience = setTimeout(() => child.kill(), 40_000);
  return new Promise((done) => {
    child.on('close', (code) => {
      clearInterval(pressed);
      clearTimeout(patience);
      done({ code, screen });
    });
  });
}
