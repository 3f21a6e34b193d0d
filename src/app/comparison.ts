import type { FileTree } from '../domain/file-tree.ts';
import type { LoadedTrees } from './compare-trees.ts';
import type { Timing } from './judge-trees.ts';

/** Where the connectors of one newer tree come from. */
export interface Workplace {
  /** Absolute: what its files' paths are relative to. */
  readonly root: string;
  readonly tree: FileTree;
  readonly prefix: string;
}

/** Two versions that were read to be compared, and where the newer one can be written. */
export interface Comparison {
  readonly trees: LoadedTrees;
  readonly timing: Timing;
  /** For each newer tree. */
  readonly places: readonly Workplace[];
  /** Connectors that were read on neither side. */
  readonly unchanged: number;
}
