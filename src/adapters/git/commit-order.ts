import { isShallow } from './resolve-ref.ts';
import { gitFailure, runGit } from './run-git.ts';

/**
 * How a commit stands to another: `older` when the other has it in its history, `newer` the other way round, `apart` when neither has.
 * `unknown` when the clone lacks the other, or too much of what lies between them.
 */
export type CommitOrder = 'same' | 'older' | 'newer' | 'apart' | 'unknown';

/** Both by their full hashes; the first is in the clone. @throws Failure (`unavailable`) when git cannot tell. */
export function commitOrder(repository: string, commit: string, other: string): CommitOrder {
  if (commit === other) return 'same';
  if (runGit(repository, ['cat-file', '-e', `${other}^{commit}`]).status !== 0) return 'unknown';
  if (isAncestor(repository, commit, other)) return 'older';
  if (isAncestor(repository, other, commit)) return 'newer';
  return isShallow(repository) ? 'unknown' : 'apart';
}

function isAncestor(repository: string, commit: string, of: string): boolean {
  const args = ['merge-base', '--is-ancestor', commit, of];
  const { status, stderr } = runGit(repository, args);
  if (status > 1) throw gitFailure(args, stderr);
  return status === 0;
}
