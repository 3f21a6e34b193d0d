import type { Command } from 'commander';
import { comparePaths, compareWithBase } from '../app/compare-trees.ts';
import { Failure } from '../domain/failure.ts';
import { changeAnnotations, renderDiffSarif } from '../report/diff-formats.ts';
import { renderDiffMarkdown } from '../report/diff-markdown.ts';
import { blockingChanges, type DiffReport } from '../report/diff-report.ts';
import { diffSummary, renderDiffText } from '../report/diff-text.ts';
import { renderWorkflowCommands } from '../report/workflow-commands.ts';
import { formatOption, outputOption, writeReport, type Format, type OutputOptions } from './output.ts';

interface DiffOptions extends OutputOptions {
  readonly base?: string;
}

const RENDERERS: Readonly<Record<Format, (report: DiffReport) => string>> = {
  text: renderDiffText,
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  github: (report) => renderWorkflowCommands(changeAnnotations(report)) + `${diffSummary(report)}\n`,
  sarif: renderDiffSarif,
  markdown: renderDiffMarkdown,
};

export function addDiff(root: Command): void {
  root
    .command('diff')
    .description('say what changes, what breaks, and for whom')
    .argument('[path...]', 'BEFORE and AFTER: a file, a connector or a tree each; with --base, what to compare', [])
    .option('--base <ref>', 'compare with this git revision')
    .addOption(formatOption())
    .addOption(outputOption())
    .action((paths: string[], options: DiffOptions) => {
      const report = compared(paths, options.base);
      writeReport(RENDERERS[options.format](report), options);
      process.exitCode = blockingChanges(report).length > 0 ? 1 : 0;
    });
}

function compared(paths: readonly string[], base: string | undefined): DiffReport {
  if (base !== undefined) return compareWithBase(process.cwd(), paths, base);
  const [before, after, ...rest] = paths;
  if (before === undefined || after === undefined || rest.length > 0) {
    throw new Failure('usage', 'diff takes BEFORE and AFTER, or --base and the paths to compare with it');
  }
  return comparePaths(process.cwd(), before, after);
}
