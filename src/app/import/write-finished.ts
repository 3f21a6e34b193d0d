import { writeFolder } from '../write-folder.ts';
import type { Destination } from './destination.ts';
import type { EarlierImport } from './earlier-import.ts';
import type { Finished } from './finish-import.ts';
import { overwriteFolder } from './overwrite-folder.ts';

/** Writes an import that merges with nothing: a new folder, or the files of the one that is to be overwritten. */
export function writeFinished({ folder, files }: Finished, destination: Destination, earlier: EarlierImport): void {
  if (earlier.kind !== 'overwritten' || folder !== destination.absolute) writeFolder({ folder, files });
  else overwriteFolder(destination, files, earlier.former);
}
