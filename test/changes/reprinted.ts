import type { Connector } from '../../src/domain/connector.ts';
import type { FileTree } from '../../src/domain/file-tree.ts';
import { loadTree } from '../../src/load/load-tree.ts';

/** A folder read again with every JSON file in other white space, with Windows line ends and a byte order mark, and other texts with those line ends. */
export function reprinted(tree: FileTree, folder: string): Connector | undefined {
  const read = (path: string): Uint8Array => {
    if (/\.json$/i.test(path)) return reprint(tree.read(path));
    return /\.(ya?ml|csx|md)$/i.test(path) ? windows(Buffer.from(tree.read(path)).toString('utf8')) : tree.read(path);
  };
  const entries: FileTree['entries'] = (path) =>
    tree
      .entries(path)
      ?.map((entry) => (entry.kind === 'file' ? { ...entry, size: read(`${path}/${entry.name}`).length } : entry));
  return loadTree({ ...tree, entries, read }, [folder]).connectors[0];
}

/** As it is when it is no JSON, or says a key twice, which printing would lose. */
function reprint(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\u{feff}/u, '');
  try {
    return Buffer.from(`\u{feff}${windowsText(JSON.stringify(JSON.parse(text), null, 7))}`);
  } catch {
    return bytes;
  }
}

function windows(text: string): Uint8Array {
  return Buffer.from(windowsText(text));
}

function windowsText(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}
