import * as core from '@actions/core';
import { parseProposalEvent } from '../../src/adapters/github/event.ts';
import { checkPullRequest, tallyOf } from '../../src/app/pull-request-check.ts';
import { encodePullRequestReport, REPORT_FILE } from '../../src/app/pull-request-file.ts';
import { PROFILES } from '../../src/domain/registry-file.ts';
import { pullRequestAnnotations } from '../../src/report/comment-annotations.ts';
import { renderJobSummary } from '../../src/report/comment-summary.ts';
import { annotate } from '../runner/annotate.ts';
import { choice, leaveFile, readEvent, summarize, workspace } from '../runner/job.ts';
import { runAction } from '../runner/run-action.ts';
import { today } from '../runner/today.ts';

await runAction(async () => {
  const profile = choice('profile', PROFILES);
  const failOn = choice('fail-on', ['error', 'warning'] as const) ?? 'error';
  const event = parseProposalEvent(readEvent());
  const { report, base } = await checkPullRequest({
    root: workspace(),
    event,
    today: today(),
    ...(profile === undefined ? {} : { profile }),
  });

  const tally = tallyOf(report);
  core.setOutput('report', leaveFile('connectors-report', REPORT_FILE, encodePullRequestReport(report)));
  core.setOutput('errors', tally.errors);
  core.setOutput('warnings', tally.warnings);
  core.setOutput('breaking', tally.breaking);

  annotate(pullRequestAnnotations(report, base.kind === 'unknown' ? [base.why] : []));
  await summarize(renderJobSummary(report));
  core.info(`${tally.errors} errors, ${tally.warnings} warnings, ${tally.breaking} breaking changes are new`);
  return tally.errors + tally.breaking + (failOn === 'warning' ? tally.warnings : 0) > 0 ? 1 : 0;
});
