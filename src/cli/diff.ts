import type { Command } from 'commander';
import { comparePaths, readPaths, type Named } from '../app/compare-paths.ts';
import { compareWithBase, readWithBase } from '../app/compare-with-base.ts';
import { Failure } from '../domain/failure.ts';
import { renderDiffGithub } from '../report/diff-github.ts';
import { renderDiffMarkdown } from '../report/diff-markdown.ts';
import { blockingChanges, type DiffReport } from '../report/diff-report.ts';
import { renderDiffSarif } from '../report/diff-sarif.ts';
import { renderDiffText } from '../report/diff-text.ts';
import { choiceOption } from './choice.ts';
import { runFixPlan } from './fix-plan.ts';
import { formatOption, outputOption, writeReport, type Format, type OutputOptions } from './output.ts';
import { paintFor } from './screen.ts';
import { addToStepSummary } from './step-summary.ts';
import { nowOption } from './today.ts';

interface DiffOptions extends OutputOptions {
  readonly base?: string;
  readonly now: string;
  readonly failOn: FailOn;
  readonly fixPlan?: true;
  readonly write?: true;
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
    .option('--fix-plan', 'print the files that would break nothing, and what only a person can do')
    .option('--write', 'with --fix-plan: write these files')
    .addOption(formatOption())
    .addOption(outputOption())
    .action((paths: string[], options: DiffOptions) => {
      if (options.fixPlan === true) return planned(paths, options);
      if (options.write === true) throw new Failure('usage', '--write needs --fix-plan');
      const report = compared(paths, options);
      writeReport(RENDERERS[options.format](report, options), options);
      if (options.format === 'github') addToStepSummary(renderDiffMarkdown(report, SUMMARY_LIMIT));
      process.exitCode = hasFailed(report, options) ? 1 : 0;
    });
}

function planned(paths: readonly string[], options: DiffOptions): void {
  const { base, now } = options;
  const cwd = process.cwd();
  const comparison = base === undefined ? readPaths(cwd, named(paths, now)) : readWithBase(cwd, paths, { base, now });
  runFixPlan(comparison, options);
}

function compared(paths: readonly string[], { base, now }: DiffOptions): DiffReport {
  if (base !== undefined) return compareWithBase(process.cwd(), paths, { base, now });
  return comparePaths(process.cwd(), named(paths, now));
}

function named(paths: readonly string[], now: string): Named {
  const [before, after, ...rest] = paths;
  if (before !== undefined && after !== undefined && rest.length === 0) return { before, after, now };
  throw new Failure('usage', 'diff takes BEFORE and AFTER, or --base and the paths to compare with it');
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
