import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { FakeGitHub } from './fake-github.ts';
import { Issuer } from './issuer.ts';
import { LocalRegistry } from './local-registry.ts';
import { Repository, type Files } from './repository.ts';
import { Runner, type ActionRun } from './run-action.ts';
import { connectorFiles, registryFile } from './sample-connector.ts';

const JUDGED_RUN = 42;

/** A repository with one connector, its registry, and a pull request that was judged by run 42. */
export class PlanScene implements AsyncDisposable {
  readonly runner = new Runner();
  readonly issuer: Issuer;
  readonly registry: LocalRegistry;
  readonly repository: Repository;
  github: FakeGitHub;
  head = '';

  constructor(issuer: Issuer, registry: LocalRegistry, github: FakeGitHub) {
    this.issuer = issuer;
    this.registry = registry;
    this.github = github;
    this.repository = new Repository({ ...connectorFiles('weather'), 'registry.yaml': registryFile(registry.url) });
  }

  static async open(): Promise<PlanScene> {
    const issuer = await Issuer.start();
    const registry = await LocalRegistry.start(issuer);
    return new PlanScene(issuer, registry, await FakeGitHub.start('contoso/connectors'));
  }

  /** What actions/validate reports about a pull request with these files. */
  async report(files: Files): Promise<Uint8Array> {
    const base = this.repository.git('rev-parse', 'main');
    this.head = this.repository.branch('topic', files);
    const event = { pull_request: { number: 1, head: { sha: this.head }, base: { sha: base } } };
    const workspace = this.repository.checkout(this.repository.pullRequestMerge(this.head));
    const { outputs, stdout } = await this.runner.run('validate', { eventName: 'pull_request', event, workspace });
    if (outputs['report'] === undefined) throw new Error(stdout);
    return readFileSync(outputs['report']);
  }

  /** Leaves an archive as the artifact of the judged run, on a GitHub that saw nothing else. */
  async leave(archive: Uint8Array | undefined): Promise<void> {
    await this.github[Symbol.asyncDispose]();
    this.github = await FakeGitHub.start('contoso/connectors');
    if (archive !== undefined) this.github.addArtifact(JUDGED_RUN, 'connectors-report', archive);
  }

  async leaveReport(report: Uint8Array): Promise<void> {
    await this.leave(zipSync({ 'report.json': report }));
  }

  async plan(env: Readonly<Record<string, string>> = {}, branch = 'topic'): Promise<ActionRun> {
    const repository = { id: 9001, owner: { login: 'stranger' } };
    const judged = { id: JUDGED_RUN, event: 'pull_request', conclusion: 'success', head_branch: branch };
    return this.runner.run('plan', {
      eventName: 'workflow_run',
      event: { workflow_run: { ...judged, head_sha: this.head, head_repository: repository } },
      workspace: this.repository.checkout('main', 1),
      inputs: { token: this.github.issueToken({ contents: 'read', actions: 'read' }) },
      env: {
        GITHUB_API_URL: this.github.url,
        ...this.issuer.job('connectors-plan.yml', { event_name: 'workflow_run' }),
        ...env,
      },
    });
  }

  /** Publishes main, or says why not. */
  async sync(
    inputs: Readonly<Record<string, string>> = {},
    claims: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ): Promise<ActionRun> {
    const { workflow = 'connectors-publish.yml', ...own } = claims;
    return this.runner.run('sync', {
      eventName: 'push',
      event: { ref: 'refs/heads/main' },
      workspace: this.repository.checkout('main', 0),
      inputs,
      env: { ...this.issuer.job(workflow, { event_name: 'push', environment: 'registry', ...own }), ...env },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.runner[Symbol.dispose]();
    this.repository[Symbol.dispose]();
    await this.github[Symbol.asyncDispose]();
    await this.registry[Symbol.asyncDispose]();
    await this.issuer[Symbol.asyncDispose]();
  }
}
