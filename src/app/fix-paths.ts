import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Mended } from '../domain/mended.ts';
import { draftMends } from '../fix/draft-mends.ts';
import { diskTree } from '../load/disk-tree.ts';
import { checkPaths, type CheckedPaths, type CheckOptions } from './check-paths.ts';
import { checkSince } from './check-since.ts';
import { checkTree, type CheckedTree } from './check-tree.ts';
import { dropInert } from './drop-inert.ts';
import { mend, type MendedFiles } from './mend.ts';
import { schemaIn } from './patient.ts';
import { replaceFile, type Replacement } from './replace-file.ts';
import { newFilesOf } from './settle.ts';
import { shownPath, treeGroups, type TreeGroup } from './tree-groups.ts';

/**
 * Mends in the files what the paths' findings leave no doubt about, and then checks them as `checkPaths` does. With a base only what is new
 * is mended, and acknowledgements that were given for another base go. Files are written when all connectors are mended, each in one piece.
 * @throws Failure as `checkPaths` and `replaceFile` do.
 */
export async function fixPaths(
  workingFolder: string,
  paths: readonly string[],
  options: CheckOptions,
): Promise<CheckedPaths> {
  const fixed: Mended[] = [];
  for (const group of treeGroups(workingFolder, paths)) {
    const dropped = options.base === undefined ? [] : dropInert(group, options.base);
    fixed.push(...dropped.map((one) => ({ ...one, file: shownPath(group, one.file) })));
    const { mended, replacements } = await mendGroup(group, options);
    for (const replacement of replacements) replaceFile(group.root, replacement);
    fixed.push(...mended.map((one) => ({ ...one, file: shownPath(group, one.file) })));
  }
  const { report, texts } = await checkPaths(workingFolder, paths, options);
  // What could be mended is: of the rest a second run would mend nothing.
  const diagnostics = report.diagnostics.map((one) => ({ ...one, fixable: false }));
  return { report: { ...report, diagnostics, fixed: fixed.toSorted(inOrder) }, texts };
}

interface MendedGroup {
  readonly mended: readonly Mended[];
  readonly replacements: readonly Replacement[];
}

async function mendGroup(group: TreeGroup, options: CheckOptions): Promise<MendedGroup> {
  const tree = diskTree(group.root);
  const { loaded, diagnostics } = await found(group, options);
  const old = new Set(diagnostics.filter((one) => one.new === false).map(({ fingerprint }) => fingerprint));
  const isWanted = ({ fingerprint }: Diagnostic): boolean => !old.has(fingerprint);
  const byConnector = Map.groupBy(diagnostics, ({ connector }) => connector);
  const all: MendedFiles[] = [undefined, ...loaded.connectors].flatMap((connector) => {
    const texts = connector?.texts ?? loaded.texts;
    const patient = {
      connector,
      texts,
      diagnostics: byConnector.get(connector?.id ?? '') ?? [],
      schema: schemaIn(tree),
    };
    // Most connectors have nothing to mend, and need not be judged by themselves.
    return draftMends(patient, isWanted).length === 0 ? [] : [mend(tree, connector, options, isWanted)];
  });
  const files = all.flatMap((one) => one.files);
  const newFiles = newFilesOf(files);
  const replacements = files.flatMap(({ from, former }) => {
    const file = newFiles.get(from);
    return file === undefined ? [] : [{ from, former, ...file }];
  });
  return { mended: all.flatMap((one) => one.mended), replacements };
}

async function found({ root, paths }: TreeGroup, { base, ...judging }: CheckOptions): Promise<CheckedTree> {
  if (base !== undefined) return checkSince({ root, paths, base, ...judging });
  return checkTree(diskTree(root), paths, judging);
}

function inOrder(one: Mended, two: Mended): number {
  if (one.file !== two.file) return one.file < two.file ? -1 : 1;
  return one.start.line - two.start.line || one.start.column - two.start.column || (one.code < two.code ? -1 : 1);
}
