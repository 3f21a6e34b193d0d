import type { Connection } from './connection.ts';

/** The only two things that we ever write to GitHub. */
export interface GitHubWriter {
  readonly createComment: (pullRequest: number, body: string) => Promise<void>;
  readonly updateComment: (comment: number, body: string) => Promise<void>;
}

export function gitHubWriter({ octokit, owner, repo, ask, tell }: Connection): GitHubWriter {
  return {
    createComment: async (pullRequest, body) => {
      await tell(`comment on pull request ${pullRequest}`, async (signal) =>
        octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: { signal } }),
      );
    },
    updateComment: async (comment, body) => {
      await ask(`update comment ${comment}`, async (signal) =>
        octokit.rest.issues.updateComment({ owner, repo, comment_id: comment, body, request: { signal } }),
      );
    },
  };
}
