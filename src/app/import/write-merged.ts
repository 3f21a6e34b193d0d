import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { joinPath } from '../../domain/file-tree.ts';
import { replaceFile } from '../replace-file.ts';

export interface FilesToWrite {
  readonly root: string;
  /** From the root. */
  readonly folder: string;
  /** New bytes by name, in the order in which they are written. */
  readonly changed: ReadonlyMap<string, Uint8Array>;
  /** Bytes that are known to be there, by name. */
  readonly former: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes files of a folder that is there, each in one step: what is known to be there is replaced, anything else is made.
 * @throws Failure (`conflict`) when a file changed meanwhile, (`unavailable`) when one cannot be written.
 */
export function writeMerged({ root, folder, changed, former }: FilesToWrite): void {
  for (const [name, bytes] of changed) {
    const path = joinPath(folder, name);
    const before = former.get(name);
    if (before === undefined) makeFile(join(root, path), path, bytes);
    else replaceFile(root, { from: path, path, bytes, former: before });
  }
}

/** Linked to its name when it is whole, which fails when the name is taken. */
function makeFile(target: string, shown: string, bytes: Uint8Array): void {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'wx', 0o644);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(temporary, target);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('unavailable', `"${shown}" cannot be written: ${why}`, { cause });
  } finally {
    rmSync(temporary, { force: true });
  }
}
