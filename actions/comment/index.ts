import * as core from '@actions/core';
import { parseWorkflowRunEvent } from '../../src/adapters/github/event.ts';
import { gitHubReader } from '../../src/adapters/github/reader.ts';
import { gitHubWriter } from '../../src/adapters/github/writer.ts';
import { commentOnPullRequest } from '../../src/app/pull-request-comment.ts';
import { EXIT_CODES } from '../../src/domain/failure.ts';
import type { Delivered } from '../../src/report/comment-report.ts';
import { printable } from '../../src/report/printable.ts';
import { gitHubOfJob, readEvent, runId } from '../runner/job.ts';
import { runAction } from '../runner/run-action.ts';

await runAction(async () => {
  const judged = parseWorkflowRunEvent(readEvent());
  const gitHub = gitHubOfJob();
  const { comment, pullRequest, report, plan } = await commentOnPullRequest({
    reader: gitHubReader(gitHub),
    writer: gitHubWriter(gitHub),
    judged,
    reportArtifact: core.getInput('report-artifact'),
    planRun: runId(),
    planArtifact: core.getInput('plan-artifact'),
    author: core.getInput('author'),
  });
  core.setOutput('comment', comment);
  core.info(
    pullRequest === undefined
      ? 'The pull request is closed or has moved on'
      : `Pull request ${pullRequest}: ${comment}`,
  );
  return failUnknown(report) + failUnknown(plan) === 0 ? 0 : EXIT_CODES.unavailable;
});

/** The comment says what is missing. When GitHub did not even say whether it is there, the job has not done its work. */
function failUnknown(part: Delivered<unknown>): number {
  if (part.kind === 'there' || part.unknown !== true) return 0;
  core.error(printable(part.why));
  return 1;
}
