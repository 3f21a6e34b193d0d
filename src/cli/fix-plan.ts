import { fixPlanReport } from '../app/fix-plan-report.ts';
import { planFixes } from '../app/fix-plan.ts';
import type { Comparison } from '../app/comparison.ts';
import { writeFixes } from '../app/write-fixes.ts';
import { Failure } from '../domain/failure.ts';
import { renderFixPlanText } from '../report/fix-plan-text.ts';
import { writeReport, type OutputOptions } from './output.ts';
import { paintFor } from './screen.ts';

export interface FixPlanOptions extends OutputOptions {
  readonly write?: true;
}

/**
 * `connectors diff --fix-plan`: prints the way out, and with `--write` takes it. The exit code is 1 as long as the files break something that
 * nobody acknowledged.
 * @throws Failure (`usage`) for a format that a plan does not have.
 */
export function runFixPlan(comparison: Comparison, options: FixPlanOptions): void {
  const { format, output } = options;
  const write = options.write === true;
  if (format !== 'text' && format !== 'json') {
    throw new Failure('usage', `A plan cannot be printed as "${format}"`, { hint: 'Take text or json' });
  }
  const plans = planFixes(comparison);
  if (write) writeFixes(plans);
  const report = fixPlanReport(plans, write);
  const paint = output === undefined ? paintFor({ isTTY: process.stdout.isTTY, env: process.env }) : undefined;
  writeReport(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderFixPlanText(report, paint), options);
  process.exitCode = (write ? report.left : report.breaking) > 0 ? 1 : 0;
}
