import { Failure } from '../../domain/failure.ts';
import { member, objectMember, stringMember } from '../../domain/json.ts';

/** What a job on `pull_request` knows of the pull request. The head is a stranger's; the numbers and hashes are GitHub's. */
export interface PullRequestEvent {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
}

/** What a job on `workflow_run` knows of the run that ended. GitHub says so, not the pull request. */
export interface WorkflowRunEvent {
  readonly run: number;
  /** The event that started it. */
  readonly startedBy: string;
  /** success, failure, cancelled, ... */
  readonly conclusion: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headOwner: string;
  readonly headRepositoryId: number;
}

const SHA = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

export function parsePullRequestEvent(payload: unknown): PullRequestEvent {
  const pullRequest = objectMember(payload, 'pull_request');
  const number = member(pullRequest, 'number');
  const headSha = shaOf(objectMember(pullRequest, 'head'));
  const baseSha = shaOf(objectMember(pullRequest, 'base'));
  if (typeof number !== 'number' || headSha === undefined || baseSha === undefined) throw notEvent('pull_request');
  return { number, headSha, baseSha };
}

export function parseWorkflowRunEvent(payload: unknown): WorkflowRunEvent {
  const workflowRun = objectMember(payload, 'workflow_run');
  const repository = objectMember(workflowRun, 'head_repository');
  const run = member(workflowRun, 'id');
  const headSha = stringMember(workflowRun, 'head_sha') ?? '';
  const headBranch = stringMember(workflowRun, 'head_branch');
  const headOwner = stringMember(objectMember(repository, 'owner'), 'login');
  const headRepositoryId = member(repository, 'id');
  if (typeof run !== 'number' || !SHA.test(headSha) || headBranch === undefined) throw notEvent('workflow_run');
  if (headOwner === undefined || typeof headRepositoryId !== 'number') {
    throw new Failure('refused', 'The repository that the pull request came from is gone', {
      hint: 'Push the branch to another repository and open a new pull request',
    });
  }
  const startedBy = stringMember(workflowRun, 'event') ?? '';
  const conclusion = stringMember(workflowRun, 'conclusion') ?? 'unknown';
  return { run, startedBy, conclusion, headSha, headBranch, headOwner, headRepositoryId };
}

function shaOf(end: unknown): string | undefined {
  const sha = stringMember(end, 'sha');
  return sha !== undefined && SHA.test(sha) ? sha : undefined;
}

function notEvent(name: string): Failure {
  return new Failure('usage', `The event file is not that of a ${name} event`, {
    hint: `Use this action in a workflow with "on: ${name}"`,
  });
}
