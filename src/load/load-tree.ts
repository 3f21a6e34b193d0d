import type { Connector } from '../domain/connector.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import type { RegistryFile } from '../domain/registry-file.ts';
import { withIdCollisions } from './connector-ids.ts';
import { discover } from './discover.ts';
import { loadConnector } from './load-connector.ts';
import { loadLoneFile } from './load-lone-file.ts';
import { loadRegistryFile } from './load-registry-file.ts';
import { rememberedEntries } from './tree-entries.ts';

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
 */
export function loadTree(tree: FileTree, paths: readonly string[]): LoadedTree {
  const findings: Finding[] = [];
  const entriesOf = rememberedEntries(tree, (finding) => findings.push(finding));
  const { registry, texts, findings: ofRegistry } = loadRegistryFile(tree, entriesOf);
  const source = { tree, entriesOf, ids: registry.ids };
  const found = discover(entriesOf, paths);
  const connectors = [
    ...found.folders.map((folder) => loadConnector(source, folder)),
    ...found.loneFiles.flatMap((path) => loadLoneFile(source, path) ?? []),
  ];
  return {
    // Without a target nothing is published, so nothing can collide: two folders of one name are then just two folders.
    connectors: registry.targets.length === 0 ? connectors : withIdCollisions(connectors),
    registry,
    findings: [...ofRegistry, ...found.findings, ...findings],
    texts,
  };
}
