import type { IssueComment, PullRequest } from '../adapters/github/answers.ts';
import type { WorkflowRunEvent } from '../adapters/github/event.ts';
import type { GitHubReader } from '../adapters/github/reader.ts';
import type { GitHubWriter } from '../adapters/github/writer.ts';
import type { Delivered, PullRequestReport } from '../report/comment-report.ts';
import { COMMENT_MARK, renderComment, saysTheSame } from '../report/comment.ts';
import type { PlanReport } from '../report/plan-report.ts';
import { delivered, fetchArtifact } from './pull-request-artifact.ts';
import { parsePlanReport, PLAN_FILE } from './pull-request-file.ts';
import { readReport, refuseErrors } from './pull-request-report.ts';

export interface CommentRequest {
  readonly reader: GitHubReader;
  readonly writer: GitHubWriter;
  /** The run that judged the pull request. */
  readonly judged: WorkflowRunEvent;
  readonly reportArtifact: string;
  /** The run that planned, which is the one that comments. */
  readonly planRun: number;
  readonly planArtifact: string;
  /** Login of the account that the token writes as. */
  readonly author: string;
}

export interface CommentOutcome {
  /** `none`: the pull request is closed, or has newer commits that another run comments on. */
  readonly comment: 'created' | 'updated' | 'unchanged' | 'none';
  readonly pullRequest?: number;
  readonly report: Delivered<PullRequestReport>;
  readonly plan: Delivered<PlanReport>;
}

/**
 * Keeps the one comment on a pull request up to date. Which pull request it is, is asked of GitHub by the head of the run, never read
 * from what the run left; and only the newest commit is commented on.
 */
export async function commentOnPullRequest(request: CommentRequest): Promise<CommentOutcome> {
  const { reader, writer, judged } = request;
  const pullRequest = pullRequestOf(judged, await reader.openPullRequests(headOf(judged)));
  const report = await delivered(async () => readReport(reader, judged, request.reportArtifact));
  const plan = await delivered(async () => ownPlan(request, report));
  if (pullRequest === undefined) return { comment: 'none', report, plan };

  const body = renderComment({ head: judged.headSha, conclusion: judged.conclusion, report, plan });
  const existing = ownComment(await reader.comments(pullRequest.number), request.author);
  const outcome = { pullRequest: pullRequest.number, report, plan };
  if (existing === undefined) {
    await writer.createComment(pullRequest.number, body);
    return { comment: 'created', ...outcome };
  }
  if (saysTheSame(existing.body, body)) return { comment: 'unchanged', ...outcome };
  await writer.updateComment(existing.id, body);
  return { comment: 'updated', ...outcome };
}

function headOf({ headOwner, headBranch }: WorkflowRunEvent): { readonly owner: string; readonly branch: string } {
  return { owner: headOwner, branch: headBranch };
}

/** One branch can be proposed to several branches: the lowest number is the one that is commented on, always the same. */
function pullRequestOf(judged: WorkflowRunEvent, open: readonly PullRequest[]): PullRequest | undefined {
  return open
    .filter((one) => one.headSha === judged.headSha && one.headRepositoryId === judged.headRepositoryId)
    .toSorted((one, two) => one.number - two.number)[0];
}

async function ownPlan(request: CommentRequest, report: Delivered<PullRequestReport>): Promise<PlanReport> {
  const { reader, planRun, planArtifact } = request;
  if (report.kind === 'there') refuseErrors(report.value);
  const bytes = await fetchArtifact(reader, { run: planRun, artifact: planArtifact, file: PLAN_FILE });
  return parsePlanReport(bytes);
}

/** Ours is what our account wrote under our mark: anybody can write the mark. */
function ownComment(comments: readonly IssueComment[], author: string): IssueComment | undefined {
  return comments.find(
    (comment) =>
      comment.author?.login === author && comment.author.kind === 'Bot' && comment.body.startsWith(COMMENT_MARK),
  );
}
