import * as core from '@actions/core';
import { parseOverrides } from '../../src/app/overrides.ts';
import { publishTree } from '../../src/app/publish-tree.ts';
import { renderPlanMarkdown } from '../../src/report/plan-markdown.ts';
import { planReport } from '../../src/report/plan-report.ts';
import { renderSyncText } from '../../src/report/sync-text.ts';
import { annotationsOf } from '../../src/report/validate-annotations.ts';
import { annotate } from '../runner/annotate.ts';
import { summarize, words, workspace } from '../runner/job.ts';
import { isReachable } from '../runner/reachable.ts';
import { runAction } from '../runner/run-action.ts';
import { today } from '../runner/today.ts';
import { authenticateByIdentity } from '../runner/sign-in.ts';

await runAction(async () => {
  const published = await publishTree({
    today: today(),
    root: workspace(),
    targets: words('targets'),
    isReachable,
    overrides: parseOverrides(words('overrides'), core.getInput('reason')),
    liftPins: words('lift'),
    authenticateFor: authenticateByIdentity(),
    planned: async (plan) => summarize(`## Publishing\n\n${renderPlanMarkdown(planReport(plan), 300_000)}`),
    finished: (outcome) => core.info(renderSyncText([outcome]).trimEnd()),
  });
  if (published.kind === 'errors') {
    annotate(annotationsOf(published.report));
    return 1;
  }
  const releases = published.outcomes.map(({ target, committed }) =>
    committed === undefined ? { target, written: false } : Object.assign({ target }, committed),
  );
  core.setOutput('releases', releases);
  core.setOutput(
    'changed',
    releases.some(({ written }) => written),
  );
  return 0;
});
