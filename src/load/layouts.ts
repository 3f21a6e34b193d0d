import type { FileEntry } from '../domain/file-tree.ts';
import type { ConnectorLayout } from './layout.ts';
import { microsoftLayout } from './microsoft-layout.ts';
import { nativeLayout } from './native-layout.ts';

/** Every layout, in the order in which a folder is tried. */
const LAYOUTS: readonly ConnectorLayout[] = [nativeLayout, microsoftLayout];

/** The layout of a folder with these entries; undefined when it holds no connector. */
export function layoutOf(entries: readonly FileEntry[]): ConnectorLayout | undefined {
  return LAYOUTS.find((layout) => layout.recognises(entries));
}
