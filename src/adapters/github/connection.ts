import { Octokit } from '@octokit/rest';
import { Failure } from '../../domain/failure.ts';
import { gitHubFailure, statusOf } from './github-failure.ts';

/** The repository that a workflow runs for, and how to reach GitHub for it. */
export interface GitHubAddress {
  /** `https://api.github.com`, or a GitHub Enterprise Server's. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repository: string;
  readonly token: string;
}

export interface Patience {
  readonly timeoutMs: number;
  /** Milliseconds before the second, third ... attempt of a request that may be repeated. */
  readonly pauses: readonly number[];
}

export interface Connection {
  readonly octokit: Octokit;
  readonly owner: string;
  readonly repo: string;
  /** Runs a request that may be repeated; `doing` completes "GitHub cannot ...". */
  readonly ask: <T>(doing: string, request: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** Runs a request once: one that was perhaps carried out must not be repeated. */
  readonly tell: <T>(doing: string, request: (signal: AbortSignal) => Promise<T>) => Promise<T>;
}

const PATIENCE: Patience = { timeoutMs: 20_000, pauses: [500, 2000] };
// What is asked holds branch names of strangers: nothing of it goes to the log.
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A connection to GitHub's REST API. Every failure is a Failure: nothing is taken as done or empty because GitHub did not answer. */
export function connectToGitHub(address: GitHubAddress, patience: Patience = PATIENCE): Connection {
  if (address.token === '') {
    throw new Failure('usage', 'No token for GitHub is given', {
      hint: 'Pass ${{ github.token }} as the input "token"',
    });
  }
  const octokit = new Octokit({ auth: address.token, baseUrl: address.apiUrl, userAgent: 'connectors', log: SILENT });
  return {
    octokit,
    owner: address.owner,
    repo: address.repository,
    ask: (doing, request) => attempt(doing, request, patience.timeoutMs, patience.pauses),
    tell: (doing, request) => attempt(doing, request, patience.timeoutMs, []),
  };
}

async function attempt<T>(
  doing: string,
  request: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  pauses: readonly number[],
): Promise<T> {
  try {
    return await request(AbortSignal.timeout(timeoutMs));
  } catch (cause) {
    const [pause, ...later] = pauses;
    if (pause === undefined || !isPassing(cause)) throw gitHubFailure(doing, cause);
    await new Promise((resolve) => setTimeout(resolve, pause));
    return attempt(doing, request, timeoutMs, later);
  }
}

/** Server errors, a lost connection and a time limit pass; a refusal does not, and a rate limit lasts longer than we wait. */
function isPassing(cause: unknown): boolean {
  const status = statusOf(cause);
  return !(cause instanceof Failure) && (status === undefined || status >= 500);
}
