import type { Command } from 'commander';
import { checkPaths, type CheckedPaths } from '../app/check-paths.ts';
import { readRulePage } from '../app/rule-page.ts';
import { PROFILES, type Profile } from '../domain/registry-file.ts';
import { renderValidateGithub } from '../report/validate-github.ts';
import { renderValidateMarkdown } from '../report/validate-markdown.ts';
import type { ValidateReport } from '../report/validate-report.ts';
import { renderValidateSarif } from '../report/validate-sarif.ts';
import { renderValidateText } from '../report/validate-text.ts';
import { choiceOption } from './choice.ts';
import { formatOption, outputOption, writeReport, type Format, type OutputOptions } from './output.ts';
import { paintFor } from './screen.ts';
import { addToStepSummary } from './step-summary.ts';
import { nowOption } from './today.ts';

interface ValidateOptions extends OutputOptions {
  readonly profile?: Profile;
  readonly base?: string;
  readonly fix?: true;
  readonly now: string;
  readonly failOn: 'error' | 'warning';
}

// GitHub takes 1 MiB for a step; a character is at most three bytes here.
const SUMMARY_LIMIT = 300_000;

const RENDERERS: Readonly<Record<Format, (checked: CheckedPaths, options: ValidateOptions) => string>> = {
  text: ({ report, texts }, { output }) => {
    const paint = output === undefined ? paintFor({ isTTY: process.stdout.isTTY, env: process.env }) : undefined;
    return renderValidateText(report, paint === undefined ? undefined : { texts, paint });
  },
  json: ({ report }) => `${JSON.stringify(report, null, 2)}\n`,
  github: ({ report }) => renderValidateGithub(report),
  sarif: ({ report }) => renderValidateSarif(report, readRulePage),
  markdown: ({ report }) => renderValidateMarkdown(report),
};

export function addValidate(root: Command): void {
  root
    .command('validate')
    .description('judge connectors, offline')
    .argument('[path...]', "a connector's folder, or a tree that holds some, in either layout", [])
    .addOption(choiceOption('--profile <profile>', 'how strictly; otherwise registry.yaml says', PROFILES))
    .option('--base <ref>', 'only what is new since this git revision counts')
    .option('--fix', 'first mend, in the files, what leaves no doubt')
    .addOption(
      choiceOption('--fail-on <severity>', 'what makes the exit code 1', ['error', 'warning']).default('error'),
    )
    .addOption(nowOption('the day that suppressions must not have expired on'))
    .addOption(formatOption())
    .addOption(outputOption())
    .action(async (paths: string[], options: ValidateOptions) => {
      const check = options.fix === true ? (await import('../app/fix-paths.ts')).fixPaths : checkPaths;
      const checked = await check(process.cwd(), paths, { ...options, today: options.now });
      writeReport(RENDERERS[options.format](checked, options), options);
      if (options.format === 'github') addToStepSummary(renderValidateMarkdown(checked.report, SUMMARY_LIMIT));
      process.exitCode = hasFailed(checked.report, options.failOn) ? 1 : 0;
    });
}

/** Whether a finding at or above the limit is new: what was there before never fails. */
function hasFailed(report: ValidateReport, failOn: 'error' | 'warning'): boolean {
  return report.diagnostics.some(
    ({ severity, new: isNew }) =>
      isNew !== false && (severity === 'error' || (failOn === 'warning' && severity === 'warning')),
  );
}
