import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { asFailure } from './failures.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** One open database. SQLite works inside the call, so a transaction is never interleaved with another. */
export interface Connection {
  readonly all: (sql: string, ...values: SQLInputValue[]) => Row[];
  readonly one: (sql: string, ...values: SQLInputValue[]) => Row | undefined;
  /** Number of rows changed. */
  readonly run: (sql: string, ...values: SQLInputValue[]) => number;
  readonly script: (sql: string) => void;
  /** All of it, or nothing when `work` throws. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
}

// EXCLUSIVE keeps the lock until the process ends, even by SIGKILL: a second server is refused instead of corrupting answers.
// recursive_triggers makes INSERT OR REPLACE fire the triggers that refuse deletes.
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA recursive_triggers = ON;
  PRAGMA trusted_schema = OFF;
  BEGIN IMMEDIATE; COMMIT;
`;

/** Opens and locks a database file. Throws a Failure when it cannot, for instance because another process has it. */
export function openConnection(file: string): Connection {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw asFailure(cause, file);
    }
  };
  const database = guarded(() => new DatabaseSync(file, { timeout: 500 }));
  try {
    guarded(() => database.exec(SETTINGS));
  } catch (cause) {
    database.close();
    throw cause;
  }
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    all: (sql, ...values) => guarded(() => prepared(sql).all(...values)),
    one: (sql, ...values) => guarded(() => prepared(sql).get(...values)),
    run: (sql, ...values) => guarded(() => Number(prepared(sql).run(...values).changes)),
    script: (sql) => guarded(() => database.exec(sql)),
    transaction: (work) => guarded(() => inTransaction(database, work)),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (cause) {
    // A full disk makes SQLite roll back by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw cause;
  }
}
