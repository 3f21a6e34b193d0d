import { resolveRef } from './resolve-ref.ts';
import { gitText } from './run-git.ts';

/**
 * Paths below a folder that differ between a commit and the files on disk, sorted: changed, added and deleted ones, also those that git
 * does not track yet; not the ignored ones. Relative to the folder, with `/`. For what a branch changed, pass its merge base.
 */
export function changedPaths(folder: string, base: string): string[] {
  const commit = resolveRef(folder, base);
  const tracked = gitText(folder, [...DIFF, commit, '--', '.']);
  const untracked = gitText(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  return [...new Set([...pathsOf(tracked), ...pathsOf(untracked)])].sort();
}

// Without programs that a repository's attributes could name, and without guessing renames: both names of a renamed file count.
const DIFF = [
  'diff',
  '--name-only',
  '-z',
  '--relative',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules',
];

function pathsOf(output: string): string[] {
  return output.split('\0').filter((path) => path !== '');
}
