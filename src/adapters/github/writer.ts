import { parseComment, parseListed } from './answers.ts';
import type { Connection } from './connection.ts';

/** The only two things that we ever write to GitHub. An answer that is not the comment is a failure, whatever its status. */
export interface GitHubWriter {
  readonly createComment: (pullRequest: number, body: string) => Promise<void>;
  readonly updateComment: (comment: number, body: string) => Promise<void>;
}

export function gitHubWriter({ octokit, owner, repo, ask, tell }: Connection): GitHubWriter {
  return {
    createComment: async (pullRequest, body) => {
      const doing = `comment on pull request ${pullRequest}`;
      const answer = await tell(doing, async (signal) =>
        octokit.rest.issues.createComment({ owner, repo, issue_number: pullRequest, body, request: { signal } }),
      );
      parseListed(doing, [answer.data], parseComment);
    },
    updateComment: async (comment, body) => {
      const doing = `update comment ${comment}`;
      const answer = await ask(doing, async (signal) =>
        octokit.rest.issues.updateComment({ owner, repo, comment_id: comment, body, request: { signal } }),
      );
      parseListed(doing, [answer.data], parseComment);
    },
  };
}
