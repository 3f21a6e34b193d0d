import { readdirSync } from 'node:fs';
import { Failure } from '../../domain/failure.ts';
import { statusOf } from '../write-folder.ts';

/** What a file manager leaves in a folder that it has shown. */
const LEFT = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * Only what an export of the same form wrote is replaced: plain files of its names (`writes`), and no others. Anything else is somebody's work.
 * `shown`: the folder as a person is told.
 * @throws Failure (`refused`) that names what is in the way.
 */
export function refuseReplacing(folder: string, shown: string, writes: RegExp): void {
  const status = statusOf(folder);
  if (status === undefined) return;
  if (!status.isDirectory()) throw foreign(shown, 'It is no folder');
  const other = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => !entry.isFile() || !(writes.test(entry.name) || LEFT.test(entry.name)),
  );
  if (other !== undefined) throw foreign(shown, `"${other.name}" is none of its files`);
}

function foreign(shown: string, why: string): Failure {
  return new Failure('refused', `"${shown}" holds what no export wrote, and is not replaced`, {
    hint: `${why}: choose another folder, or delete it yourself`,
  });
}
