import { connectToGitHub } from '../../adapters/github/connection.ts';
import { statusOf } from '../../adapters/github/github-failure.ts';
import { gitHubProposer, type GitHubProposer } from '../../adapters/github/proposer.ts';
import { gitHubReader, type GitHubReader } from '../../adapters/github/reader.ts';
import { currentBranch, prefixOf, remoteOf } from '../../adapters/git/remote.ts';
import type { Access } from '../../adapters/git/remote-branch.ts';
import { Failure } from '../../domain/failure.ts';
import { parseGitHubRemote, type GitHubRemote } from '../../domain/github-remote.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a pull request needs that a clone and its surroundings tell. */
export interface PullRequestAccess {
  /** The working folder. */
  readonly folder: string;
  /** Where that lies in the repository: "", or with a slash at its end. */
  readonly prefix: string;
  readonly target: GitHubRemote;
  readonly git: Access;
  readonly gitHub: GitHubProposer & Pick<GitHubReader, 'openPullRequests'>;
  readonly base: string;
  /** The branch that is checked out, when a pull request from it is open: it gets one more commit. */
  readonly openBranch: { readonly branch: string; readonly url: string } | undefined;
}

/** The token that a person or a job has for GitHub: what GitHub's own command takes, too. */
export function gitHubToken(environment: Environment): string | undefined {
  return environment['GH_TOKEN']?.trim() || environment['GITHUB_TOKEN']?.trim() || undefined;
}

/** Whether a pull request could be offered: nothing is asked over the network. */
export function canPropose(folder: string, environment: Environment): boolean {
  try {
    return gitHubToken(environment) !== undefined && apiOf(targetOf(folder), environment) !== '';
  } catch (cause) {
    if (cause instanceof Failure) return false;
    throw cause;
  }
}

/**
 * Looks whether a pull request can be opened from a folder, before anybody answers a question or a file is written.
 * @throws Failure (`usage`) without a token or a remote of GitHub, (`refused`) without permission, (`unavailable`) when GitHub does not answer.
 */
export async function pullRequestAccess(folder: string, environment: Environment): Promise<PullRequestAccess> {
  const token = gitHubToken(environment);
  if (token === undefined) {
    throw new Failure('usage', 'A pull request needs a token for GitHub, and none is there', {
      hint: 'Set GH_TOKEN or GITHUB_TOKEN; with GitHub’s own command: GH_TOKEN=$(gh auth token)',
    });
  }
  const target = targetOf(folder);
  const { owner, repository, isHttps } = target;
  const connection = connectToGitHub({ apiUrl: apiOf(target, environment), owner, repository, token });
  const gitHub = { ...gitHubProposer(connection), openPullRequests: gitHubReader(connection).openPullRequests };
  const { defaultBranch, mayPush } = await forPeople(gitHub.repository());
  if (mayPush === false) {
    throw new Failure('refused', `The token may not push to ${owner}/${repository}`, {
      hint: 'It needs the permissions "Contents" and "Pull requests" to write; or push by hand, without --pull-request',
    });
  }
  const authorization = isHttps ? `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}` : undefined;
  return {
    folder,
    prefix: prefixOf(folder),
    target,
    git: { remote: remoteOf(folder), authorization },
    gitHub,
    base: defaultBranch,
    openBranch: await openBranch(gitHub, target, currentBranch(folder), defaultBranch),
  };
}

/** GitHub's refusals in words for somebody at a keyboard: the adapters speak to jobs. */
export async function forPeople<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const status = statusOf(cause.cause);
    const hint = hintFor(status, cause.hint ?? '');
    throw new Failure(hint === HINTS[403] ? 'refused' : cause.kind, cause.message, { hint, cause });
  }
}

function hintFor(status: number | undefined, hint: string): string {
  if (/limits requests/.test(hint)) return 'GitHub limits requests: try again in some minutes';
  if (!/\bjob\b|\{\{/.test(hint) && hint !== '') return hint;
  if (status === undefined || status >= 500) return AWAY;
  return HINTS[status] ?? 'Look at what GitHub says, then try again';
}

const AWAY =
  'Try again; https://www.githubstatus.com tells whether GitHub has an incident. Without --pull-request the folder is written all the same';

const HINTS: Readonly<Record<number, string>> = {
  401: 'The token in GH_TOKEN or GITHUB_TOKEN is wrong or expired',
  403: 'The token needs the permissions "Contents" and "Pull requests" to write',
  404: 'The token does not see this repository, or the remote names another one',
};

async function openBranch(
  { openPullRequests }: Pick<GitHubReader, 'openPullRequests'>,
  { host, owner, repository }: GitHubRemote,
  branch: string | undefined,
  base: string,
): Promise<PullRequestAccess['openBranch']> {
  if (branch === undefined || branch === base) return undefined;
  const [open] = await forPeople(openPullRequests({ owner, branch }));
  return open === undefined ? undefined : { branch, url: `https://${host}/${owner}/${repository}/pull/${open.number}` };
}

function targetOf(folder: string): GitHubRemote {
  const { name, url } = remoteOf(folder);
  const target = parseGitHubRemote(url);
  if (target !== undefined) return target;
  throw new Failure('usage', `The remote "${name}" is no repository of GitHub`, {
    hint: 'Push by hand, without --pull-request',
  });
}

/** A token goes to GitHub, or to the server that the surroundings name, and never to whatever host a remote has. */
function apiOf({ host }: GitHubRemote, environment: Environment): string {
  const server = environment['GITHUB_SERVER_URL'] ?? '';
  const api = environment['GITHUB_API_URL'];
  if (api !== undefined && URL.canParse(server) && new URL(server).hostname === host) return api;
  if (host === 'github.com') return 'https://api.github.com';
  if (environment['GH_HOST'] === host) return `https://${host}/api/v3`;
  throw new Failure('usage', `The remote is at "${host}", and nothing says that the token is for it`, {
    hint: `For GitHub Enterprise Server set GH_HOST=${host}; otherwise push by hand, without --pull-request`,
  });
}
