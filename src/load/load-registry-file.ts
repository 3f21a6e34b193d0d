import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import { pointerTo } from '../domain/pointer.ts';
import { EMPTY_REGISTRY_FILE, type RegistryFile } from '../domain/registry-file.ts';
import { describeProblem } from '../schema/describe-problem.ts';
import type { SchemaProblem } from '../schema/schema-problem.ts';
import { entryFindings } from './folder-files.ts';
import { createFolderReader, type FolderReader } from './folder-reader.ts';
import { kindAt, stepsOf } from './path-kind.ts';
import { pickFile } from './pick-file.ts';
import { parseRegistryFile } from './registry-file.ts';
import type { EntriesOf } from './tree-entries.ts';

const NAME = 'registry.yaml';
const SPELLINGS = /^registry\.ya?ml$/i;

export interface LoadedRegistryFile {
  readonly registry: RegistryFile;
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** The registry.yaml at the root of a tree; an empty one when there is none. Never throws: what is wrong with it is a finding. */
export function loadRegistryFile(tree: FileTree, entriesOf: EntriesOf): LoadedRegistryFile {
  const entries = entriesOf('') ?? [];
  const reader = createFolderReader(tree, '.', entries);
  const file = pickFile(reader, NAME, [SPELLINGS]);
  entryFindings(
    '',
    entries.filter(({ name }) => SPELLINGS.test(name)),
  ).forEach(reader.report);
  const value = file === undefined ? undefined : reader.object(file);
  const registry = file === undefined || value === undefined ? EMPTY_REGISTRY_FILE : parse(reader, file.name, value);
  reportUnknownFolders(reader, file?.name ?? NAME, registry, entriesOf);
  return { registry, texts: reader.texts, findings: reader.findings };
}

function parse(reader: FolderReader, file: string, value: unknown): RegistryFile {
  const { registry, problems } = parseRegistryFile(value, file);
  for (const problem of problems) reader.report(registryFinding(file, problem));
  return registry;
}

function registryFinding(file: string, problem: SchemaProblem): Finding {
  const at = { file, pointer: problem.pointer, ...(problem.key === true ? { key: true } : {}) };
  return { code: 'file/registry-not-valid', at, ...describeProblem(problem) };
}

/** An id or a suppression for a folder that is not there is a spelling mistake, or was left behind when the folder went. */
function reportUnknownFolders(reader: FolderReader, file: string, registry: RegistryFile, entriesOf: EntriesOf): void {
  const ofIds = [...registry.ids.keys()].map((folder) => ({
    folder,
    at: { file, pointer: pointerTo('ids', folder), key: true },
  }));
  for (const { folder, at } of [...ofIds, ...registry.suppressions]) {
    const steps = stepsOf(folder);
    if (steps !== undefined && kindAt(entriesOf, steps) === 'folder') continue;
    reader.report({
      code: 'file/registry-not-valid',
      at,
      message: `There is no folder "${folder}"`,
      hint: 'Write the path from the root of the repository, or delete the line',
    });
  }
}
