import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { FileTree } from '../../domain/file-tree.ts';
import { loadTree } from '../../load/load-tree.ts';
import type { ImportFinding } from '../../report/import-report.ts';
import { checkTree } from '../check-tree.ts';
import { mend } from '../mend.ts';
import { newFilesOf } from '../settle.ts';
import { overlaidTree } from './overlaid-tree.ts';

/** A connector's folder, and the tree that it is in or goes into. */
export interface Site {
  readonly tree: FileTree;
  /** From the tree's root. */
  readonly folder: string;
  /** YYYY-MM-DD. */
  readonly today: string;
}

export interface JudgedFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly mended: number;
  readonly errors: readonly ImportFinding[];
  readonly todo: readonly ImportFinding[];
}

/** Mends in a connector's files what leaves no doubt, and says what is still wrong with them. Nothing is written. */
export function judgeFiles({ tree, folder, today }: Site, files: ReadonlyMap<string, Uint8Array>): JudgedFiles {
  const mended = mendFiles({ tree, folder, today }, files);
  return { ...mended, ...judgeFolder({ tree: overlaidTree(tree, folder, mended.files), folder, today }) };
}

/** What is wrong with a connector's folder as it is in a tree: what keeps it from being published, and what certification asks for besides. */
export function judgeFolder({ tree, folder, today }: Site): Pick<JudgedFiles, 'errors' | 'todo'> {
  const find = (profile: 'base' | 'certified'): readonly Diagnostic[] =>
    checkTree(tree, [folder], { profile, today }).diagnostics.filter(({ at }) => at.file.startsWith(folder));
  const errors = find('base').filter(({ severity }) => severity === 'error');
  const known = new Set(errors.map(({ fingerprint }) => fingerprint));
  const todo = find('certified').filter(({ severity, fingerprint }) => severity === 'error' && !known.has(fingerprint));
  return { errors: byCode(errors), todo: byCode(todo) };
}

function mendFiles(
  { tree, folder, today }: Site,
  files: ReadonlyMap<string, Uint8Array>,
): Pick<JudgedFiles, 'files' | 'mended'> {
  const overlaid = overlaidTree(tree, folder, files);
  const [connector] = loadTree(overlaid, [folder]).connectors;
  if (connector === undefined) return { files, mended: 0 };
  const result = mend(overlaid, connector, { profile: 'certified', today }, () => true);
  const next = new Map(files);
  for (const [path, file] of newFilesOf(result.files)) {
    next.delete(nameIn(folder, path));
    next.set(nameIn(folder, file.path), file.bytes);
  }
  return { files: next, mended: result.mended.length };
}

function nameIn(folder: string, path: string): string {
  return path.slice(folder.length + 1);
}

function byCode(diagnostics: readonly Diagnostic[]): ImportFinding[] {
  return [...Map.groupBy(diagnostics, ({ code }) => code)].map(([code, group]) => {
    const [first] = group;
    const hint = first?.hint === undefined ? {} : { hint: first.hint };
    return { code, message: first?.message ?? '', ...hint, count: group.length };
  });
}
