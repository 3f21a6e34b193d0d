import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Profile } from '../domain/registry-file.ts';
import { openTree } from '../load/load-tree.ts';
import { checkAcross, checkAlone } from '../rules/check.ts';
import { diagnosticsOf, diagnosticsOfTree } from '../rules/diagnostics.ts';
import { compareDiagnostics } from '../rules/order.ts';
import { suppress } from '../rules/suppress.ts';
import type { CheckedTree } from './check-tree.ts';
import { profilesOf, type Judging } from './judge.ts';
import { createKeptPlaces } from './kept-places.ts';
import { outlineOf } from './outline.ts';

/**
 * Reads and judges one connector after the other, and keeps an outline of each and the lines of what was found: a tree of any size needs the
 * memory of its largest connector. Finds what judging all at once finds, or gives undefined as soon as `isWanted` says of a connector that it
 * has to be kept whole. The connectors that it gives are outlines: good for a report, and for nothing that compares or publishes.
 */
export function checkOneByOne(
  tree: FileTree,
  paths: readonly string[],
  judging: Judging,
  isWanted: (connector: Connector) => boolean,
): CheckedTree | undefined {
  const open = openTree(tree, paths);
  const { keep, ...places } = createKeptPlaces(tree, open.texts);
  const profileOf = profilesOf(open, judging);
  const outlines: Connector[] = [];
  const alone: Diagnostic[][] = [];
  for (const connector of open.connectors) {
    if (isWanted(connector)) return undefined;
    const found = checkAlone(connector, profileOf(connector));
    keep(connector, found);
    alone.push(found);
    outlines.push(outlineOf(connector));
  }
  const loaded = open.rest(outlines);
  const across = checkAcross(loaded.connectors, profileOf);
  const judged = loaded.connectors.map((connector, index) => {
    const profile = profileOf(connector);
    const late = foundLate(connector, outlines[index], profile);
    const found = [...(alone[index] ?? []), ...late, ...(across.get(connector) ?? [])];
    // Sorted in small parts first: most of what is compared is then in order.
    return suppress(connector, found.sort(compareDiagnostics), { profile, today: judging.today });
  });
  const diagnostics = judged.flatMap((one) => one.diagnostics).sort(compareDiagnostics);
  return {
    loaded,
    diagnostics: [...diagnosticsOfTree(loaded.findings), ...diagnostics],
    suppressed: judged.flatMap((one) => one.suppressed),
    places,
  };
}

/** What reading the others has added to a connector: that they have its id. */
function foundLate(connector: Connector, before: Connector | undefined, profile: Profile): Diagnostic[] {
  if (before === undefined || connector === before) return [];
  const known = new Set(before.findings);
  return diagnosticsOf(
    connector,
    connector.findings.filter((finding) => !known.has(finding)),
    profile,
  );
}
