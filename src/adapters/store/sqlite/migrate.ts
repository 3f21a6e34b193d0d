import { Failure } from '../../../domain/failure.ts';
import type { Connection } from './connection.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

// Written into the file's header, so that another program's database is not taken for ours: "cnrg".
const APPLICATION_ID = 0x636e7267;

/** Brings a database to the newest schema, one numbered step after the other, each in a transaction of its own. */
export function migrate(connection: Connection, file: string): void {
  const version = pragma(connection, 'user_version');
  const owner = pragma(connection, 'application_id');
  if (owner !== APPLICATION_ID && (owner !== 0 || version !== 0 || hasTables(connection))) {
    throw new Failure('unavailable', `"${file}" is not a registry's database`, { hint: 'Name another data folder' });
  }
  if (version > MIGRATIONS.length) {
    const found = `"${file}" has schema ${version}, newer than the ${MIGRATIONS.length} that this version knows`;
    throw new Failure('unavailable', found, { hint: 'Start a newer version of the registry' });
  }
  MIGRATIONS.slice(version).forEach((sql, index) => {
    connection.transaction(() => {
      connection.script(sql);
      connection.script(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + index + 1};`);
    });
  });
}

function pragma(connection: Connection, name: string): number {
  return Number(connection.one(`PRAGMA ${name}`)?.[name] ?? 0);
}

function hasTables(connection: Connection): boolean {
  return connection.one('SELECT 1 AS found FROM sqlite_schema LIMIT 1') !== undefined;
}
