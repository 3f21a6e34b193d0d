import { Failure } from '../../domain/failure.ts';
import type { Remote } from './remote.ts';
import { gitText, runGit, type GitResult } from './run-git.ts';

/** What a call over the network may take. */
const TIMEOUT_MS = 120_000;

/** A remote, and how to sign in to it: the value of a header for its address, or whatever git itself does. */
export interface Access {
  readonly remote: Remote;
  readonly authorization: string | undefined;
}

/** Fetches a branch, and gives its newest commit. @throws Failure (`unavailable`) when the remote does not give it. */
export function fetchBranch(repository: string, access: Access, branch: string): string {
  const { name } = access.remote;
  const tracked = `refs/remotes/${name}/${branch}`;
  reached(
    access,
    call(repository, access, ['fetch', '--quiet', '--no-tags', name, `+refs/heads/${branch}:${tracked}`]),
  );
  return gitText(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${tracked}^{commit}`]).trim();
}

/** The names of all branches there. */
export function remoteBranches(repository: string, access: Access): Set<string> {
  const { stdout } = reached(access, call(repository, access, ['ls-remote', '--heads', access.remote.name]));
  const names = stdout
    .toString('utf8')
    .split('\n')
    .map((line) => line.split('\trefs/heads/')[1] ?? '');
  return new Set(names.filter((name) => name !== ''));
}

/**
 * Puts a commit at the end of a branch there, which is made when it is new.
 * @throws Failure (`conflict`) when somebody was faster, (`refused`) when the remote does not take it.
 */
export function pushCommit(repository: string, access: Access, commit: string, branch: string): void {
  const result = call(repository, access, ['push', '--quiet', access.remote.name, `${commit}:refs/heads/${branch}`]);
  if (result.status !== 0 && /non-fast-forward|fetch first|stale info/i.test(result.stderr)) {
    throw new Failure('conflict', `Branch "${branch}" has moved on at the remote`, {
      hint: 'git pull, then try again',
    });
  }
  const why = result.status === 0 ? undefined : refusalIn(result.stderr);
  if (why !== undefined) {
    throw new Failure('refused', `The remote "${access.remote.name}" does not take "${branch}": ${why}`, {
      hint: 'A rule of the repository, a hook or a missing permission stands in the way; nothing was changed here',
    });
  }
  reached(access, result);
}

/** What a remote that was reached says about a push that it does not take. */
function refusalIn(stderr: string): string | undefined {
  const told =
    /^remote: (?:(?:error|fatal): )?(.*\p{L}.*)$/mu.exec(stderr) ?? /\[(?:remote )?rejected\] (.+)$/m.exec(stderr);
  return told?.[1] === undefined ? undefined : withoutSignIn(told[1].trim());
}

/** Takes a branch away again that ends with this commit, and no other; false when it may still be there. */
export function deleteRemoteBranch(repository: string, access: Access, branch: string, commit: string): boolean {
  const lease = `--force-with-lease=refs/heads/${branch}:${commit}`;
  const { name } = access.remote;
  return call(repository, access, ['push', '--quiet', lease, name, `:refs/heads/${branch}`]).status === 0;
}

function call(repository: string, { remote, authorization }: Access, args: readonly string[]): GitResult {
  const settings: Record<string, string> =
    authorization === undefined
      ? {}
      : { [`http.${originOf(remote.url)}/.extraHeader`]: `Authorization: ${authorization}` };
  return runGit(repository, args, '', { timeout: TIMEOUT_MS, settings });
}

/** The header is for this machine alone, wherever it redirects to. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

function reached({ remote }: Access, result: GitResult): GitResult {
  if (result.status === 0) return result;
  const told = result.stderr.split('\n').find((line) => line.trim() !== '') ?? 'it gave no reason';
  throw new Failure('unavailable', `git cannot reach the remote "${remote.name}": ${withoutSignIn(told)}`, {
    hint: `Does "git push ${remote.name}" work? Nothing was changed here`,
  });
}

/** An address may hold a password. */
function withoutSignIn(text: string): string {
  return text.replace(/(\w+:\/\/)[^/@\s]+@/g, '$1').slice(0, 300);
}
