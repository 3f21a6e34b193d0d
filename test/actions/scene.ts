import { strToU8, zipSync } from 'fflate';
import { connectToGitHub } from '../../src/adapters/github/connection.ts';
import { parseWorkflowRunEvent } from '../../src/adapters/github/event.ts';
import { gitHubReader } from '../../src/adapters/github/reader.ts';
import { gitHubWriter } from '../../src/adapters/github/writer.ts';
import { commentOnPullRequest, type CommentOutcome } from '../../src/app/pull-request-comment.ts';
import { HEAD, plan, report } from '../report/comment-samples.ts';
import { FakeGitHub } from './fake-github.ts';
import { Runner, type ActionRun } from './run-action.ts';

export const JUDGED_RUN = 42;
export const PLAN_RUN = 77;
export const FORK = 9001;

/** A pull request from a fork, judged by run 42, on a GitHub of its own; run 77 comments. */
export class Scene implements AsyncDisposable {
  readonly runner = new Runner();
  readonly github: FakeGitHub;
  branch = 'topic';

  constructor(github: FakeGitHub) {
    this.github = github;
  }

  static async open(head: string = HEAD): Promise<Scene> {
    const scene = new Scene(await FakeGitHub.start('contoso/connectors'));
    scene.propose(3, head);
    return scene;
  }

  propose(number: number, sha: string, repositoryId = FORK): void {
    const head = { owner: 'stranger', branch: this.branch, sha, repositoryId };
    this.github.pullRequests.push({ number, state: 'open', title: 'A title', head, baseBranch: 'main' });
  }

  leave(run: number, artifact: string, file: string, content: unknown): void {
    this.github.addArtifact(run, artifact, zipSync({ [file]: strToU8(JSON.stringify(content)) }));
  }

  leaveAll(own: unknown = report(), planned: unknown = plan()): void {
    this.leave(JUDGED_RUN, 'connectors-report', 'report.json', own);
    this.leave(PLAN_RUN, 'connectors-plan', 'plan.json', planned);
  }

  /** By the code itself, with little patience. */
  async commentInProcess(conclusion = 'success'): Promise<CommentOutcome> {
    const [owner, repository] = ['contoso', 'connectors'];
    const address = { apiUrl: this.github.url, owner, repository, token: this.#token() };
    const gitHub = connectToGitHub(address, { timeoutMs: 200, pauses: [0, 0] });
    return commentOnPullRequest({
      reader: gitHubReader(gitHub),
      writer: gitHubWriter(gitHub),
      judged: parseWorkflowRunEvent(this.#event(conclusion)),
      reportArtifact: 'connectors-report',
      planRun: PLAN_RUN,
      planArtifact: 'connectors-plan',
      author: 'github-actions[bot]',
    });
  }

  /** By the bundle, as a runner would. */
  async comment(conclusion = 'success', inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
    return this.runner.run('comment', {
      eventName: 'workflow_run',
      event: this.#event(conclusion),
      inputs: { token: this.#token(), ...inputs },
      env: { GITHUB_API_URL: this.github.url },
    });
  }

  #token(): string {
    return this.github.issueToken({ contents: 'read', actions: 'read', 'pull-requests': 'write' });
  }

  #event(conclusion: string): unknown {
    return {
      workflow_run: {
        id: JUDGED_RUN,
        event: 'pull_request',
        conclusion,
        head_sha: HEAD,
        head_branch: this.branch,
        head_repository: { id: FORK, owner: { login: 'stranger' } },
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.runner[Symbol.dispose]();
    await this.github[Symbol.asyncDispose]();
  }
}
