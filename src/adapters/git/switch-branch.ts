import { gitText, runGit } from './run-git.ts';

/** Whether there is such a branch in this clone, or one below its name, which leaves no room for it. */
export function hasBranch(repository: string, branch: string): boolean {
  return gitText(repository, ['for-each-ref', '--count=1', `refs/heads/${branch}`]) !== '';
}

/** Makes a branch that follows the one of the same name at the remote. */
export function makeBranch(repository: string, branch: string, commit: string, remote: string): void {
  gitText(repository, ['update-ref', `refs/heads/${branch}`, commit, '0'.repeat(40)]);
  gitText(repository, ['update-ref', `refs/remotes/${remote}/${branch}`, commit]);
  gitText(repository, ['config', `branch.${branch}.remote`, remote]);
  gitText(repository, ['config', `branch.${branch}.merge`, `refs/heads/${branch}`]);
}

/** Goes to a branch and keeps what is not committed; false when git refuses, and then nothing has changed. */
export function switchTo(repository: string, branch: string): boolean {
  return runGit(repository, ['switch', '--quiet', '--no-guess', branch]).status === 0;
}

/**
 * Makes a commit the one that is checked out, on the branch that is given or else the present one, for files that are written already: the
 * index follows in one folder, and no file changes.
 */
export function settleOn(repository: string, commit: string, folder: string, branch?: string): void {
  if (branch === undefined) gitText(repository, ['update-ref', 'HEAD', commit]);
  else gitText(repository, ['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
  gitText(repository, ['reset', '--quiet', '--', folder]);
}

/** The hash of what a folder holds in a commit; undefined where there is none. */
export function folderAt(repository: string, commit: string, folder: string): string | undefined {
  const { status, stdout } = runGit(repository, ['rev-parse', '--verify', '--quiet', `${commit}:${folder}`]);
  return status === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Files of a folder that git keeps or would add, from the folder. */
export function ownFiles(repository: string, folder: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', `${folder}/`];
  const prefix = `${folder}/`;
  return gitText(repository, args)
    .split('\0')
    .flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
}
