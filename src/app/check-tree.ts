import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Suppressed } from '../domain/suppressed.ts';
import { loadTree, type LoadedTree } from '../load/load-tree.ts';
import { createLocator, type Locator, type Texts } from '../places/locator.ts';
import { validateReport, type ValidateReport } from '../report/validate-report.ts';
import { diagnosticsOfTree } from '../rules/diagnostics.ts';
import { compareDiagnostics } from '../rules/order.ts';
import { judge, type Judging } from './judge.ts';

/** A tree with everything that the rules found in it. */
export interface CheckedTree {
  readonly loaded: LoadedTree;
  readonly diagnostics: readonly Diagnostic[];
  /** Found, and accepted by somebody until a day. */
  readonly suppressed: readonly Suppressed[];
  /** Those that were judged in themselves, when not all were. */
  readonly judged?: readonly Connector[];
  /** How many connectors were left alone, because they do not differ from a base. */
  readonly unchanged?: number;
  /** Where the connectors were not kept whole: the lines of what was found, and their texts. */
  readonly places?: { readonly locate: Locator; readonly texts: Texts };
}

/** Loads and judges. */
export function checkTree(tree: FileTree, paths: readonly string[], judging: Judging): CheckedTree {
  return checkLoaded(loadTree(tree, paths), judging);
}

/** The same, by the team's own rules too: for who proposes a change, not for who publishes one. */
export async function checkWithStyle(tree: FileTree, paths: readonly string[], judging: Judging): Promise<CheckedTree> {
  // Its engine takes its time to load.
  const { withHouseStyle } = await import('./judge-house-style.ts');
  return checkLoaded(await withHouseStyle({ tree, loaded: loadTree(tree, paths) }), judging);
}

function checkLoaded(loaded: LoadedTree, judging: Judging): CheckedTree {
  const judged = [...judge(loaded, judging).values()];
  const diagnostics = judged.flatMap((one) => one.diagnostics).sort(compareDiagnostics);
  return {
    loaded,
    diagnostics: [...diagnosticsOfTree(loaded.findings), ...diagnostics],
    suppressed: judged.flatMap((one) => one.suppressed),
  };
}

/** The report of a checked tree, with lines. */
export function reportOf({ loaded, diagnostics, suppressed, judged, unchanged, places }: CheckedTree): ValidateReport {
  const connectors = judged ?? loaded.connectors;
  const files = new Set(connectors.flatMap((connector) => connector.files)).size;
  const size = { connectors: connectors.length, files, ...(unchanged === undefined ? {} : { unchanged }) };
  return validateReport(diagnostics, size, places?.locate ?? locatorOf(loaded), suppressed);
}

/** Every text of a tree, by path. */
export function textsOf(loaded: LoadedTree): ReadonlyMap<string, string> {
  const texts = new Map(loaded.texts);
  for (const connector of loaded.connectors) for (const [file, text] of connector.texts) texts.set(file, text);
  return texts;
}

/** Resolves places in every text of a tree. */
export function locatorOf(loaded: LoadedTree): Locator {
  return createLocator(textsOf(loaded));
}
