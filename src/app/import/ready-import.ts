import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../report/import-report.ts';
import { maskedImport } from '../../report/masked-import.ts';
import type { Destination } from './destination.ts';
import type { EarlierImport } from './earlier-import.ts';
import type { Finished } from './finish-import.ts';
import type { MergedImport } from './merge-import.ts';
import { staleFiles } from './overwrite-folder.ts';
import { writeFinished } from './write-finished.ts';
import { writeMerged } from './write-merged.ts';

/** An import that is made, and not on the disk yet. */
export interface ReadyImport {
  readonly report: ImportReport;
  /** Whether there was such a folder. */
  readonly isThere: boolean;
  /** Absolute. */
  readonly folder: string;
  /** The files that are new or different, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of files that go. */
  readonly removed: readonly string[];
  readonly write: () => void;
}

/** A folder that is new, or written anew. */
export function readyImport(finished: Finished, destination: Destination, earlier: EarlierImport): ReadyImport {
  const { report, folder, files } = finished;
  const isAnew = earlier.kind === 'overwritten' && folder === destination.absolute;
  const removed = isAnew ? staleFiles(files, earlier.former) : [];
  return {
    report: maskedImport(report),
    isThere: isAnew,
    folder,
    files,
    removed,
    write: () => writeFinished(finished, destination, earlier),
  };
}

/** A folder that is there, with a newer source in it. */
export function readyMerge({ report, changed, former }: MergedImport, destination: Destination): ReadyImport {
  const write = (): void => writeMerged({ ...destination, changed, former });
  const folder = destination.absolute;
  return { report: maskedImport(report), isThere: true, folder, files: changed, removed: [], write };
}

/** What a file of the folder is to hold: new bytes, or those that are there; undefined for one that is not there. */
export function readyBytes({ folder, files }: ReadyImport, name: string): Uint8Array | undefined {
  const path = join(folder, name);
  return files.get(name) ?? (existsSync(path) ? readFileSync(path) : undefined);
}
