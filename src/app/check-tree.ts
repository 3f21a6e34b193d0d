import { gitTree } from '../adapters/git/git-tree.ts';
import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { Failure } from '../domain/failure.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Profile, RegistryFile } from '../domain/registry-file.ts';
import { diskTree } from '../load/disk-tree.ts';
import { loadTree, type LoadedTree } from '../load/load-tree.ts';
import { createLocator } from '../places/locator.ts';
import { validateReport, type ValidateReport } from '../report/validate-report.ts';
import { checkConnectors } from '../rules/check.ts';
import { diagnosticsOfTree } from '../rules/diagnostics.ts';
import { markOld } from './mark-old.ts';
import { shownPath, treeGroups, type TreeGroup } from './tree-groups.ts';

export interface CheckOptions {
  /** Judges every connector by this profile, whatever registry.yaml says. */
  readonly profile?: Profile;
  /** A git revision: what it already had is marked `new: false`. */
  readonly base?: string;
}

/** A tree with everything that the rules found in it. */
export interface CheckedTree {
  readonly loaded: LoadedTree;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks what the paths name and reports it, lines resolved.
 * @throws Failure (`usage`) for a path that does not exist, (`nothing-to-check`) when there is no connector in any of them.
 */
export function checkPaths(
  workingFolder: string,
  paths: readonly string[],
  options: CheckOptions = {},
): ValidateReport {
  const reports = treeGroups(workingFolder, paths).map((group) => checkGroup(group, options));
  const merged = reports.reduce(mergeReports);
  if (merged.connectors === 0 && merged.diagnostics.length === 0) {
    throw new Failure(
      'nothing-to-check',
      `There is no connector in ${paths.length === 0 ? 'this folder' : quoted(paths)}`,
      {
        hint: 'A connector is a folder with a connector.yaml and an openapi.yaml, or with an apiDefinition.swagger.json',
      },
    );
  }
  return merged;
}

function checkGroup(group: TreeGroup, options: CheckOptions): ValidateReport {
  const { loaded, diagnostics } = checkTree(diskTree(group.root), group.paths, options.profile);
  const compared =
    options.base === undefined ? diagnostics : markOld(diagnostics, ofBase(group, options.base, options));
  const report = reportOf(loaded, compared);
  return group.prefix === '' ? report : withPrefix(report, group);
}

function ofBase(group: TreeGroup, base: string, { profile }: CheckOptions): readonly Diagnostic[] {
  return checkTree(gitTree(group.root, base), group.paths, profile).diagnostics;
}

/** Loads and judges. `profile` overrides registry.yaml. */
export function checkTree(tree: FileTree, paths: readonly string[], profile?: Profile): CheckedTree {
  const loaded = loadTree(tree, paths);
  const profileOf = (connector: Connector): Profile => profile ?? profileOfFolder(loaded.registry, connector.folder);
  const diagnostics = [...diagnosticsOfTree(loaded.findings), ...checkConnectors(loaded.connectors, profileOf)];
  return { loaded, diagnostics };
}

/** The report of a checked tree, with lines. */
export function reportOf(loaded: LoadedTree, diagnostics: readonly Diagnostic[]): ValidateReport {
  const files = new Set(loaded.connectors.flatMap((connector) => connector.files)).size;
  return validateReport(diagnostics, { connectors: loaded.connectors.length, files }, locatorOf(loaded));
}

/** Resolves places in every text of a tree. */
export function locatorOf(loaded: LoadedTree): ReturnType<typeof createLocator> {
  const texts = new Map(loaded.texts);
  for (const connector of loaded.connectors) for (const [file, text] of connector.texts) texts.set(file, text);
  return createLocator(texts);
}

/** The profile of the longest folder in registry.yaml that holds a connector; `base` when none does. */
export function profileOfFolder(registry: RegistryFile, folder: string): Profile {
  const holding = registry.profiles
    .filter((rule) => rule.folder === '.' || folder === rule.folder || folder.startsWith(`${rule.folder}/`))
    .toSorted((one, two) => two.folder.length - one.folder.length);
  return holding[0]?.profile ?? 'base';
}

function withPrefix(report: ValidateReport, group: TreeGroup): ValidateReport {
  const diagnostics = report.diagnostics.map((one) => ({
    ...one,
    file: shownPath(group, one.file),
    ...(one.related === undefined
      ? {}
      : { related: one.related.map((other) => ({ ...other, file: shownPath(group, other.file) })) }),
  }));
  return { ...report, diagnostics };
}

function mergeReports(one: ValidateReport, two: ValidateReport): ValidateReport {
  return {
    version: 1,
    connectors: one.connectors + two.connectors,
    files: one.files + two.files,
    counts: {
      error: one.counts.error + two.counts.error,
      warning: one.counts.warning + two.counts.warning,
      info: one.counts.info + two.counts.info,
    },
    diagnostics: [...one.diagnostics, ...two.diagnostics],
  };
}

function quoted(paths: readonly string[]): string {
  return paths.map((path) => `"${path}"`).join(', ');
}
