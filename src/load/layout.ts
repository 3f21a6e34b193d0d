import type { Connector, Layout } from '../domain/connector.ts';
import type { ConnectorId } from '../domain/connector-id.ts';
import type { FileEntry } from '../domain/file-tree.ts';
import type { FolderReader } from './folder-reader.ts';

/** The parts of a connector that a layout knows where to find. */
export type ConnectorParts = Pick<
  Connector,
  'openapi' | 'properties' | 'manifest' | 'manifestPart' | 'icon' | 'script' | 'readme'
>;

/** A way to lay out a connector's files in a folder. A new one is a file like native-layout.ts and a line in layouts.ts. */
export interface ConnectorLayout {
  readonly name: Exclude<Layout, 'published'>;
  /** Whether a folder with these entries is a connector in this layout. */
  readonly recognises: (entries: readonly FileEntry[]) => boolean;
  /** The id that a folder's name means, or undefined when the layout wants a valid id as the folder's name and this is none. */
  readonly idOf: (folderName: string) => ConnectorId | undefined;
  /** Reads the folder; what is missing or broken is reported to the reader and left undefined. */
  readonly load: (reader: FolderReader) => ConnectorParts;
}
