import { resolve } from 'node:path';
import { parseConnectorId, type ConnectorId } from '../../domain/connector-id.ts';
import { Failure } from '../../domain/failure.ts';
import { joinPath } from '../../domain/file-tree.ts';
import { diskTree } from '../../load/disk-tree.ts';
import { RECORD_FILE, sourceTitleIn } from './import-record.ts';

/** A folder with more connectors than this is not searched: `--name` says which one is meant. */
const MOST_FOLDERS = 2000;
const MOST_RECORD_BYTES = 4 * 1024 * 1024;

/**
 * The connector that was made from a source of this title and is called otherwise, because a person gave it another name or title.
 * @throws Failure (`usage`) when there are several.
 */
export function knownFolder(workingFolder: string, out: string, title: string): ConnectorId | undefined {
  const tree = diskTree(resolve(workingFolder, out));
  const folders = (tree.entries('') ?? []).filter(({ kind }) => kind === 'folder').slice(0, MOST_FOLDERS);
  const found = folders.flatMap(({ name }) => {
    const id = parseConnectorId(name);
    const record = tree.entries(name)?.find((entry) => entry.name === RECORD_FILE && entry.kind === 'file');
    if (id === undefined || record === undefined || record.size > MOST_RECORD_BYTES) return [];
    const text = Buffer.from(tree.read(joinPath(name, RECORD_FILE))).toString('utf8');
    return sourceTitleIn(text) === title ? [id] : [];
  });
  if (found.length <= 1) return found[0];
  throw new Failure('usage', `${found.length} connectors were made from "${title}": ${found.slice(0, 8).join(', ')}`, {
    hint: 'Say with --name which one is meant, or what another one is to be called',
  });
}
