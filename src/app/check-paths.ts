import type { Connector } from '../domain/connector.ts';
import { Failure } from '../domain/failure.ts';
import { diskTree } from '../load/disk-tree.ts';
import type { Texts } from '../places/locator.ts';
import type { ValidateReport } from '../report/validate-report.ts';
import { alone, checkOneByOne, type Help } from './check-one-by-one.ts';
import { checkWithStyle, reportOf, textsOf, type CheckedTree } from './check-tree.ts';
import { findHouseStyle } from './find-house-style.ts';
import type { ThreadTask } from './judge-threads.ts';
import type { Judging } from './judge.ts';
import { shownPath, treeGroups, type TreeGroup } from './tree-groups.ts';

export interface CheckOptions extends Judging {
  /** A git revision: only what differs from it is judged, and what it already had is marked `new: false`. */
  readonly base?: string;
}

/** A report, and the texts that its places are in, by the file's name in the report. */
export interface CheckedPaths {
  readonly report: ValidateReport;
  readonly texts: Texts;
}

/**
 * Checks what the paths name and reports it, lines resolved.
 * @throws Failure (`usage`) for a path that does not exist, (`nothing-to-check`) when there is no connector in any of them.
 */
export async function checkPaths(
  workingFolder: string,
  paths: readonly string[],
  options: CheckOptions,
): Promise<CheckedPaths> {
  const checked: CheckedPaths[] = [];
  for (const group of treeGroups(workingFolder, paths)) checked.push(await checkGroup(group, options));
  const report = checked.map((one) => one.report).reduce(mergeReports);
  if (report.connectors + (report.unchanged ?? 0) === 0 && report.diagnostics.length === 0) {
    throw new Failure(
      'nothing-to-check',
      `There is no connector in ${paths.length === 0 ? 'this folder' : quoted(paths)}`,
      {
        hint: 'A connector is a folder with a connector.yaml and an openapi.yaml, or with an apiDefinition.swagger.json',
      },
    );
  }
  return { report, texts: joined(checked.map(({ texts }) => texts)) };
}

async function checkGroup(group: TreeGroup, options: CheckOptions): Promise<CheckedPaths> {
  const tree = await checkedGroup(group, options);
  const texts = tree.places?.texts ?? textsOf(tree.loaded);
  return { report: withPrefix(reportOf(tree), group), texts: asShown(group, texts) };
}

function asShown(group: TreeGroup, texts: Texts): Texts {
  const files = new Map([...texts.keys()].map((file) => [shownPath(group, file), file]));
  return { keys: () => files.keys(), get: (shown) => texts.get(files.get(shown) ?? shown) };
}

function joined(parts: readonly Texts[]): Texts {
  const byFile = new Map(parts.flatMap((texts) => [...texts.keys()].map((file) => [file, texts] as const)));
  return { keys: () => byFile.keys(), get: (file) => byFile.get(file)?.get(file) };
}

async function checkedGroup({ root, paths }: TreeGroup, { base, ...judging }: CheckOptions): Promise<CheckedTree> {
  if (base !== undefined) {
    // Git and what compares is only loaded for this.
    const { checkSince } = await import('./check-since.ts');
    return checkSince({ root, paths, base, ...judging });
  }
  const tree = diskTree(root);
  const style = findHouseStyle(tree);
  const hasStyle = (connector: Connector): boolean => style.foldersOf([connector]).size > 0 && !style.isEmpty();
  // House style needs the whole documents; a report does not.
  const helpWith = (connectors: number): Promise<Help> => helpFor(connectors, { root, paths, judging });
  return (await checkOneByOne(tree, paths, judging, hasStyle, helpWith)) ?? checkWithStyle(tree, paths, judging);
}

// A thread needs about 150 ms before it judges its first connector, and as long again to get quick: below this it gains nothing.
const CONNECTORS_PER_THREAD = 150;

async function helpFor(connectors: number, task: Omit<ThreadTask, 'taken'>): Promise<Help> {
  if (connectors < CONNECTORS_PER_THREAD) return alone();
  const { startThreads } = await import('./judge-threads.ts');
  return startThreads(Math.floor(connectors / CONNECTORS_PER_THREAD), task);
}

function withPrefix(report: ValidateReport, group: TreeGroup): ValidateReport {
  if (group.prefix === '') return report;
  const shown = <Place extends { readonly file: string }>(place: Place): Place => ({
    ...place,
    file: shownPath(group, place.file),
  });
  const moved = <One extends ValidateReport['diagnostics'][number]>(one: One): One => ({
    ...shown(one),
    ...(one.related === undefined ? {} : { related: one.related.map(shown) }),
  });
  return {
    ...report,
    diagnostics: report.diagnostics.map(moved),
    ...(report.suppressed === undefined ? {} : { suppressed: report.suppressed.map(moved) }),
  };
}

function mergeReports(one: ValidateReport, two: ValidateReport): ValidateReport {
  const suppressed = [...(one.suppressed ?? []), ...(two.suppressed ?? [])];
  return {
    version: 1,
    connectors: one.connectors + two.connectors,
    files: one.files + two.files,
    ...(one.unchanged === undefined ? {} : { unchanged: one.unchanged + (two.unchanged ?? 0) }),
    counts: {
      error: one.counts.error + two.counts.error,
      warning: one.counts.warning + two.counts.warning,
      info: one.counts.info + two.counts.info,
    },
    diagnostics: [...one.diagnostics, ...two.diagnostics],
    ...(suppressed.length === 0 ? {} : { suppressed }),
  };
}

function quoted(paths: readonly string[]): string {
  return paths.map((path) => `"${path}"`).join(', ');
}
