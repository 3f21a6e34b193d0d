import { Failure } from '../../domain/failure.ts';
import { isShallow, resolveRef } from './resolve-ref.ts';
import { gitFailure, runGit } from './run-git.ts';

/**
 * The hash of the newest commit that both revisions contain: what a branch was made from. With several equally new ones, git's choice.
 * @throws Failure (`usage`) when the histories have nothing in common, (`unavailable`) when the clone is too shallow to know.
 */
export function mergeBase(repository: string, base: string, head = 'HEAD'): string {
  const args = ['merge-base', resolveRef(repository, base), resolveRef(repository, head)];
  const { status, stdout, stderr } = runGit(repository, args);
  const hash = stdout.toString('utf8').trim();
  if (status === 0 && /^[0-9a-f]{40,64}$/.test(hash)) return hash;
  if (status > 1) throw gitFailure(args, stderr);
  if (isShallow(repository)) {
    throw new Failure('unavailable', `This clone is too shallow to show what "${base}" and "${head}" have in common`, {
      hint: 'Fetch the whole history: fetch-depth: 0 in actions/checkout, or git fetch --unshallow',
    });
  }
  throw new Failure('usage', `"${base}" and "${head}" have no commit in common`);
}
