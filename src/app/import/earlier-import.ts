import { lstatSync } from 'node:fs';
import { Failure } from '../../domain/failure.ts';
import { joinPath, type FileEntry } from '../../domain/file-tree.ts';
import { diskTree } from '../../load/disk-tree.ts';
import type { Destination } from './destination.ts';
import { parseRecord, RECORD_FILE, type ImportRecord } from './import-record.ts';

/** What is at the place that an import goes to. */
export type EarlierImport =
  | { readonly kind: 'none' }
  /** A folder whose files are to be written anew; with their bytes by name. */
  | { readonly kind: 'overwritten'; readonly former: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'recorded'; readonly record: ImportRecord };

/** A record of the largest connector has half a megabyte. */
const MOST_RECORD_BYTES = 4 * 1024 * 1024;

const NO_RECORD =
  '--force writes it anew, without what was edited by hand (git diff then shows what to take back); --name makes another one; "connectors edit" changes it';

/**
 * What an earlier import left where this one goes.
 * @throws Failure (`refused`) for a folder that no import made, or that does not say what it made, unless it is to be overwritten.
 */
export function earlierImport({ root, folder, absolute, shown }: Destination, isForced: boolean): EarlierImport {
  const status = lstatSync(absolute, { throwIfNoEntry: false });
  if (status === undefined) return { kind: 'none' };
  if (!status.isDirectory()) throw new Failure('refused', `"${shown}" exists already, and is no folder`);
  const tree = diskTree(root);
  const entries = tree.entries(folder) ?? [];
  if (isForced) {
    refuseForeign(shown, entries);
    const files = entries.filter(({ kind }) => kind === 'file');
    return { kind: 'overwritten', former: new Map(files.map(({ name }) => [name, tree.read(joinPath(folder, name))])) };
  }
  const entry = entries.find(({ name, kind }) => name === RECORD_FILE && kind === 'file');
  if (entry === undefined) {
    const why = `exists already, and has no ${RECORD_FILE} that says what an earlier import made`;
    throw new Failure('refused', `"${shown}" ${why}`, { hint: NO_RECORD });
  }
  const text =
    entry.size > MOST_RECORD_BYTES ? '' : Buffer.from(tree.read(joinPath(folder, RECORD_FILE))).toString('utf8');
  const record = parseRecord(text);
  if (record !== undefined) return { kind: 'recorded', record };
  throw new Failure(
    'refused',
    `"${shown}/${RECORD_FILE}" is not what an import writes, so nothing can be merged by it`,
    {
      hint: `Take it back from git: git checkout HEAD -- ${shown}/${RECORD_FILE}; or use --force, which writes all files anew`,
    },
  );
}

/** Only a connector, or nothing at all, is overwritten. */
function refuseForeign(shown: string, entries: readonly FileEntry[]): void {
  if (entries.length === 0 || entries.some(({ name }) => /^(?:connector\.ya?ml|openapi\.(?:ya?ml|json))$/.test(name)))
    return;
  throw new Failure('refused', `"${shown}" holds something else than a connector, and is not overwritten`, {
    hint: 'Choose another name with --name',
  });
}
