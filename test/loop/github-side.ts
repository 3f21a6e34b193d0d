import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { zipSync } from 'fflate';
import type { FakeGitHub } from '../actions/fake-github.ts';
import type { Issuer } from '../actions/issuer.ts';
import type { Repository } from '../actions/repository.ts';
import { Runner, type ActionRun } from '../actions/run-action.ts';

const FORK_OWNER = 'maker';
const FORK = 9001;
const PULL_REQUEST = 7;

export interface Judged extends ActionRun {
  /** The event that the run leads to, as GitHub sends it to the default branch. */
  readonly finished: unknown;
}

/** What GitHub does around the repository: one pull request from a fork, runs with numbers, artifacts, workflows of `.github/workflows`. */
export class GitHubSide implements AsyncDisposable {
  readonly github: FakeGitHub;
  readonly issuer: Issuer;
  readonly runner = new Runner();
  readonly repository: Repository;
  readonly #branch: string;
  #run = 100;

  constructor(github: FakeGitHub, issuer: Issuer, repository: Repository, branch: string) {
    this.github = github;
    this.issuer = issuer;
    this.repository = repository;
    this.#branch = branch;
  }

  /** connectors-pull-request.yml: no token, no identity; the report is uploaded whatever the verdict. */
  async judge(head: string): Promise<Judged> {
    this.#propose(head);
    const id = (this.#run += 1);
    const base = { sha: this.repository.git('rev-parse', 'main') };
    const pullRequest = { number: PULL_REQUEST, title: '`$(id)` @everyone', head: { sha: head }, base };
    const run = await this.runner.run('validate', {
      eventName: 'pull_request',
      event: { action: 'synchronize', number: PULL_REQUEST, pull_request: pullRequest },
      workspace: this.repository.checkout(this.repository.pullRequestMerge(head)),
      env: { GITHUB_RUN_ID: String(id) },
    });
    this.#upload(id, 'connectors-report', run.outputs['report']);
    return { ...run, finished: this.#finished(id, head, run.code === 0 ? 'success' : 'failure') };
  }

  /** connectors-plan.yml: the job that may sign in, then the one that may write; both on the default branch. */
  async planAndComment({ finished }: Judged): Promise<{ readonly plan: ActionRun; readonly comment: ActionRun }> {
    const id = (this.#run += 1);
    const call = { eventName: 'workflow_run', event: finished, workspace: this.repository.checkout('main', 1) };
    const env = { GITHUB_RUN_ID: String(id), GITHUB_API_URL: this.github.url };
    const job = this.issuer.job('connectors-plan.yml', { event_name: 'workflow_run', run_id: String(id) });
    const reads = this.github.issueToken({ contents: 'read', actions: 'read' });
    const plan = await this.runner.run('plan', { ...call, inputs: { token: reads }, env: { ...env, ...job } });
    this.#upload(id, 'connectors-plan', plan.outputs['plan']);
    const writes = this.github.issueToken({ contents: 'read', actions: 'read', 'pull-requests': 'write' });
    const comment = await this.runner.run('comment', { ...call, inputs: { token: writes }, env });
    return { plan, comment };
  }

  /** connectors-publish.yml, after a push to main. */
  async publish(): Promise<ActionRun> {
    const id = String((this.#run += 1));
    const claims = { event_name: 'push', environment: 'registry', run_id: id };
    return this.runner.run('sync', {
      eventName: 'push',
      event: { ref: 'refs/heads/main', after: this.repository.git('rev-parse', 'main') },
      workspace: this.repository.checkout('main', 0),
      env: { GITHUB_RUN_ID: id, ...this.issuer.job('connectors-publish.yml', claims) },
    });
  }

  close(): void {
    const [one] = this.github.pullRequests.splice(0);
    if (one !== undefined) this.github.pullRequests.push({ ...one, state: 'closed' });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.runner[Symbol.dispose]();
    await this.issuer[Symbol.asyncDispose]();
    await this.github[Symbol.asyncDispose]();
  }

  #propose(sha: string): void {
    const head = { owner: FORK_OWNER, branch: this.#branch, sha, repositoryId: FORK };
    const one = { number: PULL_REQUEST, state: 'open', title: 'Add tomorrow', head, baseBranch: 'main' } as const;
    this.github.pullRequests.splice(0, 1, one);
  }

  /** As actions/upload-artifact: the file at the root of a zip archive. Nothing is uploaded when the step left nothing. */
  #upload(run: number, name: string, file: string | undefined): void {
    if (file === undefined) return;
    this.github.addArtifact(run, name, zipSync({ [basename(file)]: readFileSync(file) }));
  }

  #finished(id: number, head: string, conclusion: string): unknown {
    const repository = { id: FORK, owner: { login: FORK_OWNER } };
    const run = { id, event: 'pull_request', conclusion, head_sha: head, head_branch: this.#branch };
    return { action: 'completed', workflow_run: { ...run, head_repository: repository } };
  }
}
