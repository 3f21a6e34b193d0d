import { createHash } from 'node:crypto';
import type { Connector } from '../domain/connector.ts';
import { joinPath, type FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import { readRuleset, type CheckedRuleset } from '../house-style/read-ruleset.ts';
import { rulesetFiles, type RulesetFiles } from '../load/ruleset-files.ts';

/** A ruleset in use: `key` is the same for the same content, wherever it lies. */
export interface FoundRuleset {
  readonly file: string;
  readonly key: string;
  readonly ruleset: CheckedRuleset;
}

/** The house style of a tree. */
export interface HouseStyle {
  /** The ruleset that judges what lies in a folder: the nearest one, in the folder or above it. One that cannot be used judges nothing. */
  readonly rulesetFor: (folder: string) => FoundRuleset | undefined;
  /** The folders in which the rulesets of connectors can lie or begin to be looked for: listing each connector's own takes its time. */
  readonly foldersOf: (connectors: readonly Connector[]) => ReadonlySet<string>;
  /** Every file that belongs to a ruleset, of the folders that were asked for; their texts as read. */
  readonly files: () => readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: () => readonly Finding[];
  readonly isEmpty: () => boolean;
}

const NAMES = ['.spectral.yaml', '.spectral.yml', '.spectral.json'];
const PROGRAM = /^\.spectral\.[cm]?[jt]sx?$/;

/** Nothing is read before a folder is asked for. */
export function findHouseStyle(tree: FileTree): HouseStyle {
  const source = rulesetFiles(tree);
  const own: Finding[] = [];
  const files = new Set<string>();
  const byFolder = new Map<string, FoundRuleset | 'unusable' | undefined>();

  const nearest = (folder: string): FoundRuleset | 'unusable' | undefined => {
    if (!byFolder.has(folder)) {
      const inFolder = findIn(folder, source, own, files);
      byFolder.set(folder, inFolder ?? (folder === '' ? undefined : nearest(parentOf(folder))));
    }
    return byFolder.get(folder);
  };
  const rulesetFor = (folder: string): FoundRuleset | undefined => {
    const found = nearest(folder === '.' ? '' : folder);
    return found === 'unusable' ? undefined : found;
  };
  const findings = (): readonly Finding[] => [...source.findings, ...own];
  return {
    rulesetFor,
    foldersOf: (connectors) => {
      const folders = new Set(['', ...connectors.map(startOf)]);
      folders.forEach(rulesetFor);
      return folders;
    },
    files: () => [...files],
    texts: source.texts,
    findings,
    isEmpty: () => files.size === 0 && findings().length === 0,
  };
}

/** A connector's folder when it holds something that looks like a ruleset, else the one above. */
function startOf({ folder, files }: Connector): string {
  const hasOwn = files.some((file) => file.startsWith(`${folder}/.spectral.`));
  return hasOwn || folder === '.' ? folder : parentOf(folder);
}

function parentOf(folder: string): string {
  return folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
}

function findIn(
  folder: string,
  source: RulesetFiles,
  report: Finding[],
  files: Set<string>,
): FoundRuleset | 'unusable' | undefined {
  const entries = source.entriesOf(folder) ?? [];
  for (const { name } of entries.filter((entry) => PROGRAM.test(entry.name))) report.push(program(folder, name));
  const [name, ...others] = NAMES.filter((one) => entries.some((entry) => entry.name === one));
  if (name === undefined) return entries.some((entry) => PROGRAM.test(entry.name)) ? 'unusable' : undefined;
  for (const other of others) report.push(second(folder, name, other));
  const file = joinPath(folder, name);
  if (entries.some((entry) => entry.name === name && entry.kind === 'link')) {
    report.push(linked(file));
    return 'unusable';
  }
  const { ruleset, problems, files: read } = readRuleset(file, source.read);
  for (const one of read) files.add(one);
  report.push(...problems.map(findingOf));
  if (ruleset === undefined) return 'unusable';
  return { file, ruleset, key: createHash('sha256').update(JSON.stringify(ruleset)).digest('hex') };
}

type Problem = ReturnType<typeof readRuleset>['problems'][number];

function findingOf({ code, file, pointer, key, message, hint }: Problem): Finding {
  const at = { file, pointer, ...(key === undefined ? {} : { key }) };
  return { code, at, message, ...(hint === undefined ? {} : { hint }) };
}

function program(folder: string, name: string): Finding {
  return {
    code: 'file/ruleset-not-allowed',
    at: { file: joinPath(folder, name) },
    message: `"${name}" is a program, and code of a ruleset is never run`,
    hint: 'Write the rules into .spectral.yaml, with the functions that Spectral has',
  };
}

function second(folder: string, first: string, other: string): Finding {
  return {
    code: 'file/ruleset-not-valid',
    at: { file: joinPath(folder, other) },
    message: `"${first}" lies in the same folder, and judges instead of this file`,
    hint: 'Delete one of the two',
  };
}

function linked(file: string): Finding {
  return {
    code: 'file/ruleset-not-allowed',
    at: { file },
    message: `"${file}" is a symbolic link, and none is followed`,
    hint: 'Put the file itself in its place, or one that extends it',
  };
}
