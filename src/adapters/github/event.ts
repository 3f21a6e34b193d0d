import { Failure } from '../../domain/failure.ts';
import { member, objectMember, stringMember } from '../../domain/json.ts';

/** What is proposed, and to what. The head is a stranger's; the hashes are GitHub's. */
export interface ProposalEvent {
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

/** Of a job on `pull_request`, or on `merge_group`: there a queue has merged pull requests, each into what stands before it. */
export function parseProposalEvent(payload: unknown): ProposalEvent {
  const group = objectMember(payload, 'merge_group');
  const pullRequest = objectMember(payload, 'pull_request');
  const headSha = group === undefined ? shaIn(objectMember(pullRequest, 'head'), 'sha') : shaIn(group, 'head_sha');
  const baseSha = group === undefined ? shaIn(objectMember(pullRequest, 'base'), 'sha') : shaIn(group, 'base_sha');
  if (headSha !== undefined && baseSha !== undefined) return { headSha, baseSha };
  throw notEvent('pull_request', 'pull_request or merge_group');
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

function shaIn(end: unknown, key: string): string | undefined {
  const sha = stringMember(end, key);
  return sha !== undefined && SHA.test(sha) ? sha : undefined;
}

function notEvent(name: string, names = name): Failure {
  return new Failure('usage', `The event file is not that of a ${names} event`, {
    hint: `Use this action in a workflow with "on: ${name}"`,
  });
}
