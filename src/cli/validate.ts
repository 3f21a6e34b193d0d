import { type Command, Option } from 'commander';
import { checkPaths } from '../app/check-paths.ts';
import { PROFILES, type Profile } from '../domain/registry-file.ts';
import { annotationsOf } from '../report/validate-annotations.ts';
import { renderValidateMarkdown } from '../report/validate-markdown.ts';
import type { ValidateReport } from '../report/validate-report.ts';
import { renderValidateSarif } from '../report/validate-sarif.ts';
import { renderValidateText, summaryOf } from '../report/validate-text.ts';
import { renderWorkflowCommands } from '../report/workflow-commands.ts';
import { formatOption, outputOption, writeReport, type Format, type OutputOptions } from './output.ts';
import { nowOption } from './today.ts';

interface ValidateOptions extends OutputOptions {
  readonly profile?: Profile;
  readonly base?: string;
  readonly now: string;
  readonly failOn: 'error' | 'warning';
}

const RENDERERS: Readonly<Record<Format, (report: ValidateReport) => string>> = {
  text: renderValidateText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  github: (report) => renderWorkflowCommands(annotationsOf(report)) + `${summaryOf(report)}\n`,
  sarif: renderValidateSarif,
  markdown: renderValidateMarkdown,
};

export function addValidate(root: Command): void {
  root
    .command('validate')
    .description('judge connectors, offline')
    .argument('[path...]', "a connector's folder, or a tree that holds some, in either layout", [])
    .addOption(new Option('--profile <profile>', 'how strictly; otherwise registry.yaml says').choices(PROFILES))
    .option('--base <ref>', 'only what is new since this git revision counts')
    .addOption(
      new Option('--fail-on <severity>', 'what makes the exit code 1').choices(['error', 'warning']).default('error'),
    )
    .addOption(nowOption())
    .addOption(formatOption())
    .addOption(outputOption())
    .action((paths: string[], options: ValidateOptions) => {
      const { report } = checkPaths(process.cwd(), paths, { ...options, today: options.now });
      writeReport(RENDERERS[options.format](report), options);
      process.exitCode = hasFailed(report, options.failOn) ? 1 : 0;
    });
}

/** Whether a finding at or above the limit is new: what was there before never fails. */
function hasFailed(report: ValidateReport, failOn: 'error' | 'warning'): boolean {
  return report.diagnostics.some(
    ({ severity, new: isNew }) =>
      isNew !== false && (severity === 'error' || (failOn === 'warning' && severity === 'warning')),
  );
}
