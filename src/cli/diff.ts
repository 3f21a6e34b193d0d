import type { Command } from 'commander';
import { comparePaths } from '../app/compare-paths.ts';
import { compareWithBase } from '../app/compare-with-base.ts';
import { Failure } from '../domain/failure.ts';
import { renderDiffGithub } from '../report/diff-github.ts';
import { renderDiffMarkdown } from '../report/diff-markdown.ts';
import { blockingChanges, type DiffReport } from '../report/diff-report.ts';
import { renderDiffSarif } from '../report/diff-sarif.ts';
import { renderDiffText } from '../report/diff-text.ts';
import { choiceOption } from './choice.ts';
import { formatOption, outputOption, writeReport, type Format, type OutputOptions } from './output.ts';
import { paintFor } from './screen.ts';
import { addToStepSummary } from './step-summary.ts';
import { nowOption } from './today.ts';

interface DiffOptions extends OutputOptions {
  readonly base?: string;
  readonly now: string;
  readonly failOn: FailOn;
}

/** `error` is what other verbs call it. */
const FAIL_ON = ['breaking', 'error', 'warning', 'safe'] as const;
type FailOn = (typeof FAIL_ON)[number];

// GitHub takes 1 MiB for a step; a character is at most three bytes here.
const SUMMARY_LIMIT = 300_000;

const RENDERERS: Readonly<Record<Format, (report: DiffReport, options: DiffOptions) => string>> = {
  text: renderText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  github: renderDiffGithub,
  sarif: renderDiffSarif,
  markdown: (report) => renderDiffMarkdown(report),
};

function renderText(report: DiffReport, { output }: DiffOptions): string {
  const paint = output === undefined ? paintFor({ isTTY: process.stdout.isTTY, env: process.env }) : undefined;
  return renderDiffText(report, paint === undefined ? {} : { paint, short: true });
}

export function addDiff(root: Command): void {
  root
    .command('diff')
    .description('say what changes, what breaks, and for whom')
    .argument('[path...]', 'BEFORE and AFTER: a file, a connector or a tree each; with --base, what to compare', [])
    .option('--base <ref>', 'compare with this git revision')
    .addOption(nowOption('the day to which the notice of removed operations is counted'))
    .addOption(choiceOption('--fail-on <class>', 'what makes the exit code 1', FAIL_ON).default('breaking'))
    .addOption(formatOption())
    .addOption(outputOption())
    .action((paths: string[], options: DiffOptions) => {
      const report = compared(paths, options);
      writeReport(RENDERERS[options.format](report, options), options);
      if (options.format === 'github') addToStepSummary(renderDiffMarkdown(report, SUMMARY_LIMIT));
      process.exitCode = hasFailed(report, options) ? 1 : 0;
    });
}

function compared(paths: readonly string[], { base, now }: DiffOptions): DiffReport {
  if (base !== undefined) return compareWithBase(process.cwd(), paths, { base, now });
  const [before, after, ...rest] = paths;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new Failure('usage', 'diff takes BEFORE and AFTER, or --base and the paths to compare with it');
  }
  return comparePaths(process.cwd(), { before, after, now });
}

/**
 * Whether a change is at or above the limit, or what was to be compared could not be. What is acknowledged never fails, and neither does a
 * base that cannot be read: that is how it gets mended.
 */
function hasFailed({ counts, changes, notCompared = [] }: DiffReport, { failOn, base }: DiffOptions): boolean {
  if (blockingChanges({ changes }).length > 0) return true;
  if (notCompared.some(({ side }) => side === 'after' || base === undefined)) return true;
  return failOn === 'safe' ? changes.length > 0 : failOn === 'warning' && counts.warning > 0;
}
