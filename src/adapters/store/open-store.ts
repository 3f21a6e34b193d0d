import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { openConnection } from './sqlite/connection.ts';
import { migrate } from './sqlite/migrate.ts';
import { sqliteStore } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';

/**
 * Opens the embedded database `registry.sqlite` in a folder, which is made (0700) when it is missing; the file is 0600.
 * One process at a time: a second one, or a folder that cannot be written, is a Failure (`unavailable`).
 */
export async function openStore(folder: string): Promise<Store> {
  const file = join(folder, 'registry.sqlite');
  makePrivate(folder, file);
  const connection = openConnection(file);
  try {
    migrate(connection, file);
    return sqliteStore(connection);
  } catch (cause) {
    connection.close();
    throw cause;
  }
}

// The file is made before SQLite opens it, because SQLite gives its journal the same mode and would make both readable by all.
// One that exists must not be opened here: closing it would drop the lock that a store of this process has on it (POSIX).
function makePrivate(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (existsSync(file)) chmodSync(file, 0o600);
    else closeSync(openSync(file, 'wx', 0o600));
  } catch (cause) {
    throw new Failure('unavailable', `The data folder "${folder}" cannot be written`, {
      hint: 'Name a folder that this user may write',
      cause,
    });
  }
}
