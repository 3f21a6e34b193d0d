import { Failure } from '../../../domain/failure.ts';

interface Trouble {
  readonly message: (file: string) => string;
  readonly hint: string;
}

const IN_USE: Trouble = {
  message: (file) => `Another server uses the registry's database "${file}"`,
  hint: 'Stop the other server, or start this one on another data folder',
};
const UNREADABLE: Trouble = {
  message: (file) => `The registry's database "${file}" cannot be read or written`,
  hint: 'Look at the disk and at the permissions of the file and its folder; nothing is half written',
};
const FULL: Trouble = {
  message: (file) => `The disk is full: the registry's database "${file}" cannot grow`,
  hint: 'Free some space and try again; nothing is half written',
};
const DAMAGED: Trouble = {
  message: (file) => `The registry's database "${file}" is damaged, or is not a database`,
  hint: 'Restore the data folder from a backup',
};

// Primary result codes of SQLite (sqlite.org/rescode.html); the extended code keeps them in its low byte.
const TROUBLES: ReadonlyMap<number, Trouble> = new Map([
  [5, IN_USE],
  [6, IN_USE],
  [7, UNREADABLE],
  [8, UNREADABLE],
  [10, UNREADABLE],
  [11, DAMAGED],
  [13, FULL],
  [14, UNREADABLE],
  [26, DAMAGED],
]);

/** What SQLite threw about the world becomes a Failure (`unavailable`); anything else, which is our bug, stays what it is. */
export function asFailure(cause: unknown, file: string): unknown {
  if (!(cause instanceof Error) || !('code' in cause)) return cause;
  if (cause.code === 'ERR_INVALID_STATE') {
    return new Failure('unavailable', 'The registry is stopping', { hint: 'Try again in a moment', cause });
  }
  const number = 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode % 256 : -1;
  const trouble = TROUBLES.get(number);
  if (cause.code !== 'ERR_SQLITE_ERROR' || trouble === undefined) return cause;
  return new Failure('unavailable', trouble.message(file), { hint: trouble.hint, cause });
}
