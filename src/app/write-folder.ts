import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../domain/failure.ts';

export interface FolderToWrite {
  /** The folder to make. Those above it are made too. */
  readonly folder: string;
  /** Bytes by name: plain names, in the folder itself. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Takes the place of a folder that was written before; false without it. */
  readonly replaces?: boolean;
}

/**
 * Writes a connector's folder in one step: beside it first, then renamed, so that nobody ever sees half of it, and an interruption leaves
 * nothing behind.
 * @throws Failure (`refused`) when there is such a folder already, and it is not to be replaced, or holds what nothing of ours wrote;
 * (`unavailable`) when it cannot be written.
 */
export function writeFolder({ folder, files, replaces = false }: FolderToWrite): void {
  const refuse = replaces ? refuseForeign : refuseTaken;
  refuse(folder);
  const made = makeParents(dirname(folder));
  const cleanUp: (() => void)[] = made === undefined ? [] : [() => removeEmpty(made, dirname(folder))];
  const clean = (): void => cleanUp.splice(0).forEach((one) => one());
  // Ctrl-C ends the program by `process.exit`, which tells those who listen.
  process.once('exit', clean);
  try {
    const temporary = mkdtempSync(join(dirname(folder), `.${basename(folder)}.`));
    cleanUp.unshift(() => rmSync(temporary, { recursive: true, force: true }));
    // A folder for one's own eyes is what `mkdtemp` makes.
    const inner = join(temporary, basename(folder));
    mkdirSync(inner);
    for (const [name, bytes] of files) writeNew(join(inner, checked(name)), bytes);
    refuse(folder);
    putInPlace(inner, folder, `${temporary}.former`);
    rmSync(temporary, { recursive: true, force: true });
    cleanUp.length = 0;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw unwritable(folder, cause);
  } finally {
    process.off('exit', clean);
    clean();
  }
}

const OTHER_NAME = 'Choose another name with --name; "connectors edit" changes a connector that is there';

/** What has this name; undefined when nothing has. @throws Failure (`unavailable`) below what is no folder, or is not to be looked into. */
export function statusOf(folder: string): Stats | undefined {
  try {
    return lstatSync(folder, { throwIfNoEntry: false });
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** @throws Failure (`refused`) when something has this name, (`unavailable`) when nothing can. */
export function refuseTaken(folder: string, hint = OTHER_NAME): void {
  if (statusOf(folder) === undefined) return;
  throw new Failure('refused', `"${folder}" exists already`, { hint });
}

/** Only a folder of plain files can have been written by an export; a connector in our own layout is somebody's work. */
function refuseForeign(folder: string): void {
  const status = statusOf(folder);
  if (status === undefined) return;
  const entries = status.isDirectory() ? readdirSync(folder, { withFileTypes: true }) : [];
  const isOurs = entries.every((entry) => entry.isFile() && !/^connector\.ya?ml$/i.test(entry.name));
  if (status.isDirectory() && isOurs) return;
  throw new Failure('refused', `"${folder}" holds what no export wrote, and is not replaced`, {
    hint: 'Choose another folder, or delete it yourself',
  });
}

/** What was there waits beside the new folder until that has taken its place, and comes back when it cannot. */
function putInPlace(next: string, folder: string, former: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return renameSync(next, folder);
  renameSync(folder, former);
  try {
    renameSync(next, folder);
  } catch (cause) {
    renameSync(former, folder);
    throw cause;
  }
  rmSync(former, { recursive: true, force: true });
}

/**
 * The topmost folder that had to be made; undefined when all were there. Made one by one: where none can be made (`/proc`), making them
 * together (`recursive`) never ends.
 */
function makeParents(parent: string): string | undefined {
  const missing: string[] = [];
  for (let folder = parent; statusOf(folder) === undefined; folder = dirname(folder)) missing.unshift(folder);
  try {
    for (const folder of missing) if (!existsSync(folder)) mkdirSync(folder);
  } catch (cause) {
    throw unwritable(parent, cause);
  }
  return missing[0];
}

/** Takes away folders that were made for nothing, from the innermost on, and leaves what somebody else put there. */
function removeEmpty(topmost: string, innermost: string): void {
  for (let folder = innermost; folder.length >= topmost.length; folder = dirname(folder)) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

function checked(name: string): string {
  if (/^[^/\\\0]+$/.test(name) && name !== '.' && name !== '..') return name;
  throw new Error(`"${name}" is no name for a file in a connector's folder`);
}

function writeNew(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o644);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function unwritable(folder: string, cause: unknown): Failure {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Failure('unavailable', `"${folder}" cannot be written: ${why}`, { cause });
}
