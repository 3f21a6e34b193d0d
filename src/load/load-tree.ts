import { deriveConnectorId } from '../domain/connector-id.ts';
import type { Connector } from '../domain/connector.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import type { RegistryFile } from '../domain/registry-file.ts';
import { withIdCollisions } from './connector-ids.ts';
import { discover, type ConnectorFolder } from './discover.ts';
import { loadConnector, type LoadSource } from './load-connector.ts';
import { loadLoneFile } from './load-lone-file.ts';
import { loadRegistryFile } from './load-registry-file.ts';
import { rememberedEntries } from './tree-entries.ts';

/** What to do with a connector's folder, and the id that it has or will get: read it, leave it out, or take what was read before. */
export type Choose = (folder: string, id: string) => 'read' | 'leave' | Connector;

/** Everything that was read from a tree. */
export interface LoadedTree {
  /** Sorted by folder. */
  readonly connectors: readonly Connector[];
  readonly registry: RegistryFile;
  /** About registry.yaml and about the tree outside its connectors. */
  readonly findings: readonly Finding[];
  /** Text files outside the connectors, by path, as read. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads the connectors that paths name, relative to the tree's root ("" is all of it), and the registry.yaml at the root. Total: every
 * folder becomes a connector whatever is broken in it, and a path that is not there gives none (a base has not what is new).
 * `choose` may leave folders out, or give what was read from the same files before.
 */
export function loadTree(tree: FileTree, paths: readonly string[], choose: Choose = () => 'read'): LoadedTree {
  const { readers, rest } = openTree(tree, paths, choose);
  return rest([...readEach(readers)]);
}

/** A tree whose connectors are read one by one, when they are asked for. */
export interface OpenTree {
  readonly registry: RegistryFile;
  /** Text files outside the connectors, by path, as read. */
  readonly texts: ReadonlyMap<string, string>;
  /** One for each folder and file that may be a connector, in order: reads it anew each time. Always as many for the same files. */
  readonly readers: readonly ConnectorReader[];
  /** What else was found, and which ids collide: to be asked when all connectors were read, with them or what is left of them. */
  readonly rest: (connectors: readonly Connector[]) => LoadedTree;
}

export type ConnectorReader = () => Connector | undefined;

export function openTree(tree: FileTree, paths: readonly string[], choose: Choose = () => 'read'): OpenTree {
  const findings: Finding[] = [];
  const entriesOf = rememberedEntries(tree, (finding) => findings.push(finding));
  const { registry, texts, findings: ofRegistry } = loadRegistryFile(tree, entriesOf);
  const source = { tree, entriesOf, ids: registry.ids };
  const found = discover(entriesOf, paths);
  return {
    registry,
    texts,
    readers: [
      ...found.folders.map((folder) => () => chosen(source, folder, choose, registry)),
      ...found.loneFiles.map((path) => () => loadLoneFile(source, path)),
    ],
    rest: (connectors) => ({
      // Without a target nothing is published, so nothing can collide: two folders of one name are then just two folders.
      connectors: registry.targets.length === 0 ? connectors : withIdCollisions(connectors),
      registry,
      findings: [...ofRegistry, ...found.findings, ...findings],
      texts,
    }),
  };
}

/** The connectors one after the other, so that nobody has to keep them all. */
export function* readEach(readers: readonly ConnectorReader[]): Iterable<Connector> {
  for (const read of readers) {
    const connector = read();
    if (connector !== undefined) yield connector;
  }
}

/** The folders of the connectors that paths name, and the lone files. Nothing is read but folders. */
export function connectorFolders(tree: FileTree, paths: readonly string[]): string[] {
  const { folders, loneFiles } = discover(
    rememberedEntries(tree, () => {}),
    paths,
  );
  return [...folders.map(({ folder }) => (folder === '' ? '.' : folder)), ...loneFiles];
}

function chosen(
  source: LoadSource,
  found: ConnectorFolder,
  choose: Choose,
  registry: RegistryFile,
): Connector | undefined {
  const folder = found.folder === '' ? '.' : found.folder;
  const name = folder === '.' ? (source.tree.name ?? '') : folder.slice(folder.lastIndexOf('/') + 1);
  const choice = choose(folder, source.ids.get(folder) ?? deriveConnectorId(name));
  if (choice === 'leave') return undefined;
  return choice === 'read' ? withFolderEntries(loadConnector(source, found), registry) : choice;
}

function withFolderEntries(connector: Connector, { suppressions, acknowledgements }: RegistryFile): Connector {
  const ofFolder = ({ folder }: { readonly folder: string }): boolean => folder === connector.folder;
  const own = { suppressions: suppressions.filter(ofFolder), acknowledgements: acknowledgements.filter(ofFolder) };
  if (own.suppressions.length + own.acknowledgements.length === 0) return connector;
  const { manifest } = connector;
  return {
    ...connector,
    manifest: {
      ...manifest,
      suppressions: [...manifest.suppressions, ...own.suppressions],
      acknowledgements: [...manifest.acknowledgements, ...own.acknowledgements],
    },
  };
}
