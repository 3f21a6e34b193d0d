/** A tree of files to read connectors from: a folder on disk, or a commit. Paths use `/` and are relative to its root; "" is the root. */
export interface FileTree {
  /** Name of the root folder itself: what a connector that lies directly in the root is called. */
  readonly name?: string;
  /** The entries of a folder, sorted by name (code units); undefined when there is no such folder. */
  readonly entries: (folder: string) => readonly FileEntry[] | undefined;
  /** Bytes of a regular file. Throws a Failure (`unavailable`) when it cannot be read. */
  readonly read: (path: string) => Uint8Array;
}

export interface FileEntry {
  readonly name: string;
  /** `other` is a socket, a device, a submodule. A symbolic link is never followed. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes; 0 for what is not a file. */
  readonly size: number;
}

export function joinPath(folder: string, name: string): string {
  return folder === '' || folder === '.' ? name : `${folder}/${name}`;
}
