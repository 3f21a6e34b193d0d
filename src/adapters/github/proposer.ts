import { Failure } from '../../domain/failure.ts';
import { member, objectMember, stringMember } from '../../domain/json.ts';
import type { Connection } from './connection.ts';

/** What proposing a change needs of GitHub, for a person with a token of their own. */
export interface GitHubProposer {
  readonly repository: () => Promise<ProposedTo>;
  /** Opens a pull request, and gives the address of its page. */
  readonly open: (proposal: Proposal) => Promise<string>;
}

export interface ProposedTo {
  readonly defaultBranch: string;
  /** Undefined when GitHub does not say. */
  readonly mayPush: boolean | undefined;
}

export interface Proposal {
  readonly title: string;
  readonly body: string;
  /** A branch of the same repository. */
  readonly branch: string;
  readonly base: string;
}

export function gitHubProposer({ octokit, owner, repo, ask, tell }: Connection): GitHubProposer {
  return {
    repository: async () => {
      const doing = `show the repository ${owner}/${repo}`;
      const answer = await ask(doing, async (signal) => octokit.rest.repos.get({ owner, repo, request: { signal } }));
      const data: unknown = answer.data;
      const defaultBranch = stringMember(data, 'default_branch');
      if (defaultBranch === undefined || !/^[^-\s\p{C}][^\s\p{C}]*$/u.test(defaultBranch)) throw undocumented(doing);
      const mayPush = member(objectMember(data, 'permissions'), 'push');
      return { defaultBranch, mayPush: typeof mayPush === 'boolean' ? mayPush : undefined };
    },
    open: async ({ title, body, branch, base }) => {
      const doing = `open a pull request from "${branch}"`;
      const answer = await tell(doing, async (signal) =>
        octokit.rest.pulls.create({ owner, repo, title, body, head: branch, base, request: { signal } }),
      );
      const url = stringMember(answer.data, 'html_url');
      if (url === undefined || !/^https?:\/\/[^\s\p{C}]+$/u.test(url)) throw undocumented(doing);
      return url;
    },
  };
}

function undocumented(doing: string): Failure {
  return new Failure('unavailable', `GitHub cannot ${doing}: the answer is not what GitHub documents`, {
    hint: 'Is there a proxy between?',
  });
}
