import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether this machine can make a pseudo-terminal for a command. */
export const hasTerminal = existsSync('/usr/bin/script');

/** What a person presses from when a text is on the screen. */
export type Press = readonly [see: string, keys: string];

/** Runs the command in a pseudo-terminal and presses again and again what the last of the texts that are there wants, until it ends. */
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
  // A prompt may be shown a moment before it listens.
  const pressed = setInterval(() => {
    const press = presses.findLast(([see]) => screen.includes(see));
    if (press !== undefined) child.stdin.write(press[1]);
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
