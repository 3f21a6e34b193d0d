import * as core from '@actions/core';
import { parseWorkflowRunEvent } from '../../src/adapters/github/event.ts';
import { gitHubReader } from '../../src/adapters/github/reader.ts';
import { PLAN_FILE } from '../../src/app/pull-request-file.ts';
import { planPullRequest, readTargets } from '../../src/app/pull-request-plan.ts';
import { hasErrors, readReport } from '../../src/app/pull-request-report.ts';
import { planReport } from '../../src/report/plan-report.ts';
import { renderPlanText } from '../../src/report/plan-text.ts';
import { isReachable } from '../runner/reachable.ts';
import { gitHubOfJob, leaveFile, readEvent, workspace } from '../runner/job.ts';
import { runAction } from '../runner/run-action.ts';
import { authenticateByIdentity } from '../runner/sign-in.ts';

await runAction(async () => {
  const judged = parseWorkflowRunEvent(readEvent());
  const report = await readReport(gitHubReader(gitHubOfJob()), judged, core.getInput('artifact'));
  if (hasErrors(report)) {
    core.info('Nothing is published while there is an error: there is nothing to plan');
    return 0;
  }
  const targets = readTargets(workspace()).filter(isReachable);
  const plan = planReport(await planPullRequest(report, targets, authenticateByIdentity()));
  const changing = plan.targets.flatMap(({ steps }) => steps.filter(({ kind }) => kind !== 'keep' && kind !== 'held'));
  core.setOutput('plan', leaveFile('connectors-plan', PLAN_FILE, JSON.stringify(plan)));
  core.setOutput('digest', plan.digest);
  core.setOutput('changes', changing.length);
  core.info(renderPlanText(plan));
  return 0;
});
