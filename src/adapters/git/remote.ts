import { Failure } from '../../domain/failure.ts';
import { gitText, runGit } from './run-git.ts';

export interface Remote {
  readonly name: string;
  /** As it is configured: what git makes of it by `insteadOf` is for git. */
  readonly url: string;
}

/**
 * The remote that a pull request goes to: the only one, or else `origin`.
 * @throws Failure (`usage`) when there is none, or none of several is called so.
 */
export function remoteOf(folder: string): Remote {
  const names = gitText(folder, ['remote'])
    .split('\n')
    .filter((name) => name !== '');
  const name = names.length === 1 ? names[0] : names.find((one) => one === 'origin');
  const url =
    name === undefined
      ? ''
      : runGit(folder, ['config', '--get', `remote.${name}.url`])
          .stdout.toString()
          .trim();
  if (name !== undefined && url !== '') return { name, url };
  throw new Failure('usage', 'This repository has no remote "origin" that a pull request could go to', {
    hint: 'git remote add origin https://github.com/owner/repository.git',
  });
}

/** The branch that is checked out; undefined in between. */
export function currentBranch(folder: string): string | undefined {
  const { status, stdout } = runGit(folder, ['symbolic-ref', '--short', '--quiet', 'HEAD']);
  return status === 0 ? stdout.toString('utf8').trim() : undefined;
}

/** Where a folder lies in its repository: "" for the top, otherwise with a slash at its end. */
export function prefixOf(folder: string): string {
  return gitText(folder, ['rev-parse', '--show-prefix']).replace(/\n$/, '');
}
