import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';

export interface Replacement {
  /** Relative to the root. */
  readonly from: string;
  /** The same, or another name in the same folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What was judged: a file that holds something else by now is left alone. */
  readonly former: Uint8Array;
}

/**
 * Gives a file new bytes, and its new name: written beside it first, with its mode, then renamed, so that nobody ever reads half of it.
 * @throws Failure (`conflict`) when it changed meanwhile or the new name is taken, (`unavailable`) when it cannot be written; it is then
 * as it was before.
 */
export function replaceFile(root: string, { from, path, bytes, former }: Replacement): void {
  const target = join(root, from);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const mode = modeOf(target, from, former);
    if (path !== from) refuseTaken(target, join(root, path), path);
    if (!Buffer.from(former).equals(bytes)) {
      writeNew(temporary, bytes, mode);
      renameSync(temporary, target);
    }
    if (path !== from) renameSync(target, join(root, path));
  } catch (cause) {
    rmSync(temporary, { force: true });
    if (cause instanceof Failure) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('unavailable', `"${from}" cannot be written: ${why}`, { cause });
  }
}

function modeOf(target: string, shown: string, former: Uint8Array): number {
  const file = openSync(target, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const status = fstatSync(file);
    if (status.isFile() && readFileSync(file).equals(former)) return status.mode & 0o7777;
  } finally {
    closeSync(file);
  }
  throw new Failure('conflict', `"${shown}" changed while it was mended`, { hint: 'Run the command again' });
}

/** Where case does not count, the new name is the file itself. */
function refuseTaken(target: string, newPath: string, shown: string): void {
  const taken = lstatSync(newPath, { throwIfNoEntry: false });
  if (taken === undefined || taken.ino === lstatSync(target).ino) return;
  throw new Failure('conflict', `There is a file "${shown}" already`, { hint: 'Keep one of the two' });
}

function writeNew(temporary: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    fchmodSync(file, mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
