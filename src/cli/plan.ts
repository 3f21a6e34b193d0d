import type { Command } from 'commander';
import { planTargets } from '../app/plan-targets.ts';
import { hasChanges, refusedSteps } from '../plan/refusals.ts';
import { planAnnotations, renderPlanSarif } from '../report/plan-formats.ts';
import { renderPlanMarkdown } from '../report/plan-markdown.ts';
import { planReport, type PlanReport } from '../report/plan-report.ts';
import { renderPlanText } from '../report/plan-text.ts';
import { renderWorkflowCommands } from '../report/workflow-commands.ts';
import { formatOption, outputOption, writeReport, writeWhole, type Format, type OutputOptions } from './output.ts';
import { checkedTreeOrReport } from './prepare-tree.ts';
import { authenticateFor } from './sign-in.ts';
import { nowOption } from './today.ts';

interface PlanOptions extends OutputOptions {
  readonly target?: readonly string[];
  readonly lift?: readonly string[];
  readonly out?: string;
  readonly now: string;
}

const THERE_ARE_CHANGES = 4;
const REFUSED = 5;

const RENDERERS: Readonly<Record<Format, (plan: PlanReport) => string>> = {
  text: renderPlanText,
  json: (plan) => `${JSON.stringify(plan, null, 2)}\n`,
  github: (plan) => renderWorkflowCommands(planAnnotations(plan)) + renderPlanText(plan),
  sarif: renderPlanSarif,
  markdown: renderPlanMarkdown,
};

export function addPlan(root: Command): void {
  root
    .command('plan')
    .description('say what a sync would change in each target')
    .option('--target <name...>', 'only these targets of registry.yaml')
    .option('--lift <connector...>', 'plan held connectors as if nobody had rolled them back')
    .option('--out <file>', 'also write the plan as JSON, for sync --plan')
    .addOption(nowOption('the day to which the notice of removed operations is counted'))
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (options: PlanOptions) => {
      const loaded = checkedTreeOrReport();
      if (loaded === undefined) {
        process.exitCode = 1;
        return;
      }
      const { plan } = await planTargets(loaded, options.target ?? [], authenticateFor, {
        now: options.now,
        liftPins: options.lift,
      });
      const report = planReport(plan);
      if (options.out !== undefined) writeWhole(options.out, `${JSON.stringify(report, null, 2)}\n`);
      writeReport(RENDERERS[options.format](report), options);
      const refused = refusedSteps(plan, []).length > 0;
      process.exitCode = refused ? REFUSED : hasChanges(plan) ? THERE_ARE_CHANGES : 0;
    });
}
