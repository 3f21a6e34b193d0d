import { Failure } from '../../domain/failure.ts';
import type { Connection } from './connection.ts';
import { parseArtifact, parseComment, parseListed, parsePullRequest } from './answers.ts';
import type { Artifact, IssueComment, PullRequest } from './answers.ts';
import { readLimited } from './read-limited.ts';

/** What may be read. Each list is complete or a Failure: a list cut short would look like an absence. */
export interface GitHubReader {
  /** Open pull requests into this repository whose head is this branch of this account. */
  readonly openPullRequests: (head: { readonly owner: string; readonly branch: string }) => Promise<PullRequest[]>;
  readonly comments: (pullRequest: number) => Promise<IssueComment[]>;
  readonly artifacts: (run: number, name: string) => Promise<Artifact[]>;
  /** The zip archive of an artifact, refused above `limit` bytes. */
  readonly download: (artifact: number, limit: number) => Promise<Uint8Array>;
}

const PAGE = 100;
const MOST_PAGES = 100;

export function gitHubReader({ octokit, owner, repo, ask }: Connection): GitHubReader {
  return {
    openPullRequests: async (head) =>
      allPages('list pull requests', parsePullRequest, async (page) =>
        ask('list pull requests', async (signal) => {
          const query = {
            owner,
            repo,
            state: 'open',
            head: `${head.owner}:${head.branch}`,
            per_page: PAGE,
            page,
          } as const;
          return (await octokit.rest.pulls.list({ ...query, request: { signal } })).data;
        }),
      ),
    comments: async (pullRequest) => {
      const doing = `list the comments of pull request ${pullRequest}`;
      return allPages(doing, parseComment, async (page) =>
        ask(doing, async (signal) => {
          const query = { owner, repo, issue_number: pullRequest, per_page: PAGE, page };
          return (await octokit.rest.issues.listComments({ ...query, request: { signal } })).data;
        }),
      );
    },
    artifacts: async (run, name) => {
      const doing = `list the artifacts of run ${run}`;
      return allPages(doing, parseArtifact, async (page) =>
        ask(doing, async (signal) => {
          const query = { owner, repo, run_id: run, name, per_page: PAGE, page };
          return (await octokit.rest.actions.listWorkflowRunArtifacts({ ...query, request: { signal } })).data
            .artifacts;
        }),
      );
    },
    download: async (artifact, limit) =>
      ask(`download artifact ${artifact}`, async (signal) => {
        const query = { owner, repo, artifact_id: artifact, archive_format: 'zip' };
        const request = { signal, parseSuccessResponseBody: false };
        return readLimited((await octokit.rest.actions.downloadArtifact({ ...query, request })).data, limit);
      }),
  };
}

async function allPages<T>(
  doing: string,
  parse: (value: unknown) => T | undefined,
  fetchPage: (page: number) => Promise<unknown>,
): Promise<T[]> {
  const found: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const listed = parseListed(doing, await fetchPage(page), parse);
    found.push(...listed);
    if (listed.length < PAGE) return found;
  }
  throw new Failure('unavailable', `GitHub cannot ${doing}: there are more than ${PAGE * MOST_PAGES}`, {
    hint: 'Close this pull request and open a new one',
  });
}
