import type { FileEntry } from '../domain/file-tree.ts';
import type { FolderReader } from './folder-reader.ts';
import type { ConnectorParts } from './layout.ts';
import { candidates, pickFile } from './pick-file.ts';

/** Icon, custom code and readme: the same files in every layout. A readme may be spelled as people like, custom code is told. */
export function loadCommonParts(reader: FolderReader): Pick<ConnectorParts, 'icon' | 'script' | 'readme'> {
  const script = pickFile(reader, 'script.csx', [/^script\.csx$/i, /^script\.cs$/i, /\.csx$/i]);
  const readme = candidates(reader.files, 'README.md', [/^readme\.md$/i])[0];
  return { icon: loadIcon(reader), script: loadText(reader, script), readme: loadText(reader, readme) };
}

function loadIcon(reader: FolderReader): ConnectorParts['icon'] {
  const file = candidates(reader.files, 'icon.png', [/^icon\.png$/i, /^icon\.jpe?g$/i])[0];
  const bytes = file === undefined ? undefined : reader.bytes(file);
  return file === undefined || bytes === undefined ? undefined : { file: reader.pathOf(file.name), bytes };
}

function loadText(reader: FolderReader, file: FileEntry | undefined): ConnectorParts['readme'] {
  const text = file === undefined ? undefined : reader.text(file);
  if (file === undefined || text === undefined) return undefined;
  return { file: reader.pathOf(file.name), text: text.replace(/\r\n?/g, '\n') };
}
