import type { Connector } from '../../domain/connector.ts';
import type { FileEntry, FileTree } from '../../domain/file-tree.ts';
import type { ImportLoss } from './draft.ts';
import { keptSettings } from './settings-file.ts';

/** The files of a folder beside its documents. */
export interface KeptFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly losses: readonly ImportLoss[];
  readonly notes: readonly string[];
}

/** Icon, custom code, readme and intro to the byte, under the names that we have for them; settings without secrets. */
export function keptFiles(tree: FileTree, connector: Connector): KeptFiles {
  const { openapi, properties, icon, script, readme } = connector;
  const entries = tree.entries('') ?? [];
  const intro = entries.find(({ name, kind }) => kind === 'file' && /^intro\.md$/i.test(name))?.name;
  const settings = keptSettings(connector);
  const named: readonly (readonly [name: string, file: string | undefined])[] = [
    [/\.jpe?g$/i.test(icon?.file ?? '') ? 'icon.jpg' : 'icon.png', icon?.file],
    ['README.md', readme?.file],
    ['script.csx', script?.file],
    ['intro.md', intro],
  ];
  const files = named.flatMap(([name, file]) => (file === undefined ? [] : [[name, tree.read(file)] as const]));
  const taken = new Set([openapi?.file, properties?.file, ...named.map(([, file]) => file)]);
  return {
    files: new Map([...files, ...(settings.bytes === undefined ? [] : [['settings.json', settings.bytes] as const])]),
    losses: entries.filter((entry) => !taken.has(entry.name) && !isSettled(entry)).map(leftBehind),
    notes: settings.notes,
  };
}

/** Told of elsewhere, or none of a connector's: `.git`, `.DS_Store`. */
function isSettled({ name, kind }: FileEntry): boolean {
  return name.startsWith('.') || (kind === 'file' && /^settings\.json$/i.test(name));
}

function leftBehind({ name, kind }: FileEntry): ImportLoss {
  if (kind === 'link') {
    const hint = 'Put the file itself in its place, and import again';
    return { pointer: '', construct: 'file', message: `"${name}" is a link, and is not followed`, hint };
  }
  const what = kind === 'folder' ? 'Folder' : 'File';
  return { pointer: '', construct: 'file', message: `${what} "${name}" has no place in a connector, and stays behind` };
}
