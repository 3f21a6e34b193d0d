import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const ENTRY = resolve('scripts/connectors.ts');

// What scripts/test.ts has node keep of compiled sources: hundreds of processes start here.
const COMPILED = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] };

/** Runs the command line as a process of its own, in a folder. */
export function runCli(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** A folder of its own below the system's temporary one; `remove` when done. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'connectors-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A repository's folder with the sample connector `sunrise` in `connectors/`. */
export function sampleTree(): { readonly path: string; readonly remove: () => void } {
  const folder = temporaryFolder();
  cpSync('test/fixtures/cli/sample', folder.path, { recursive: true });
  return folder;
}
