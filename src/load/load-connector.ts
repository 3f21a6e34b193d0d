import { deriveConnectorId, newConnectorId, parseConnectorId, type ConnectorId } from '../domain/connector-id.ts';
import type { Connector } from '../domain/connector.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import type { ConnectorFolder } from './discover.ts';
import { listFolderFiles } from './folder-files.ts';
import { createFolderReader } from './folder-reader.ts';
import { readOtherTexts } from './other-texts.ts';
import type { EntriesOf } from './tree-entries.ts';

export interface LoadSource {
  readonly tree: FileTree;
  readonly entriesOf: EntriesOf;
  /** Ids by folder, from registry.yaml. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Reads one connector. Whatever is broken, there is one, and its findings say what. */
export function loadConnector(source: LoadSource, found: ConnectorFolder): Connector {
  const folder = found.folder === '' ? '.' : found.folder;
  const reader = createFolderReader(source.tree, folder, found.entries);
  const listed = listFolderFiles(source.entriesOf, folder);
  const parts = found.layout.load(reader);
  const named = nameConnector(source, found, folder);
  return {
    id: named.id,
    layout: found.layout.name,
    folder,
    files: listed.files,
    ...parts,
    texts: new Map([...readOtherTexts(source.tree, listed, reader.texts), ...reader.texts]),
    findings: [...named.findings, ...listed.findings, ...reader.findings],
  };
}

interface Named {
  readonly id: ConnectorId;
  readonly findings: readonly Finding[];
}

function nameConnector({ tree, ids }: LoadSource, { layout }: ConnectorFolder, folder: string): Named {
  const name = folder === '.' ? (tree.name ?? 'connector') : folder.slice(folder.lastIndexOf('/') + 1);
  const settled = layout.name === 'microsoft' ? parseConnectorId(ids.get(folder) ?? '') : undefined;
  const id = settled ?? layout.idOf(name);
  if (id !== undefined) return { id, findings: [] };
  const derived = deriveConnectorId(name);
  const finding: Finding = {
    code: 'file/folder-name-not-valid',
    at: { file: folder },
    message: `Folder name "${name}" is no connector name: small letters, digits and hyphens, a letter first, 2 to 63 characters`,
    hint: `Rename the folder, for example to "${newConnectorId(derived)}"`,
  };
  return { id: derived, findings: [finding] };
}
