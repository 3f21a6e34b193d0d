import { Failure } from '../domain/failure.ts';
import { withinBounds } from '../report/comment-bounds.ts';
import type { PullRequestReport } from '../report/comment-report.ts';
import type { PlanReport } from '../report/plan-report.ts';
import { plan, pullRequest } from '../schema/artifact-validators.js';
import type { Validate } from '../schema/validators.js';

/** Name of the file in the artifact that holds the report, and in the one that holds the plan. */
export const REPORT_FILE = 'report.json';
export const PLAN_FILE = 'plan.json';

/**
 * Reads what a run on a pull request's own files left. It stops at the first mistake: a hostile file must not be able to make a long
 * list of them.
 * @throws Failure (`refused`) naming the place that is not as the schema says.
 */
export function parsePullRequestReport(bytes: Uint8Array): PullRequestReport {
  return parse(bytes, REPORT_FILE, pullRequest) as PullRequestReport;
}

/**
 * The bytes of a report, as the reading side will take them.
 * @throws Failure (`refused`) when something in it is beyond what may be written, such as 600 owners of one connector.
 */
export function encodePullRequestReport(report: PullRequestReport): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(withinBounds(report)));
  parsePullRequestReport(bytes);
  return bytes;
}

/** Reads the plan that the job before left. @throws Failure (`refused`) as `parsePullRequestReport`. */
export function parsePlanReport(bytes: Uint8Array): PlanReport {
  return parse(bytes, PLAN_FILE, plan) as PlanReport;
}

function parse(bytes: Uint8Array, file: string, validate: Validate): unknown {
  const value = parseJson(bytes, file);
  if (validate(value)) return value;
  const { instancePath = '', keyword = '' } = validate.errors?.[0] ?? {};
  throw new Failure(
    'refused',
    `"${file}" is not what this version of the actions writes: ${keyword} at "${shortened(instancePath)}"`,
    {
      hint: 'Does the pull request change the workflow, or does it use another version of the actions?',
    },
  );
}

function parseJson(bytes: Uint8Array, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Failure('refused', `"${file}" is not JSON`, { hint: 'Was the run cancelled? Run it again', cause });
  }
}

function shortened(pointer: string): string {
  return pointer.length > 120 ? `${pointer.slice(0, 120)}…` : pointer;
}
