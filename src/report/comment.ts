import { hash } from 'node:crypto';
import { acknowledgementNotes } from './acknowledgement-notes.ts';
import { renderAcknowledgements } from './comment-acknowledge.ts';
import { renderDiffMarkdown } from './diff-markdown.ts';
import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import type { Delivered, PullRequestReport } from './comment-report.ts';
import { verdictOf, type Judged } from './comment-verdict.ts';
import { renderPlanMarkdown } from './plan-markdown.ts';
import type { PlanReport } from './plan-report.ts';
import { renderValidateMarkdown } from './validate-markdown.ts';

/** GitHub refuses a comment above 65,536 characters. */
const LIMIT = 60_000;
const PLAN_LIMIT = 15_000;
const FINDINGS_LIMIT = 25_000;
const MOST_NOTES = 5;
/** How our own comment is found again; whose it is, is asked as well. */
export const COMMENT_MARK = '<!-- connectors: pull request -->';

export interface CommentInput extends Judged {
  /** The commit that was judged, as GitHub names it. */
  readonly head: string;
}

/**
 * The comment on a pull request: verdict, plan, changes, findings. Rendered from data that the pull request's author controls, so every
 * text goes through the escapes, and every section has its share of the limit. Same input, same bytes.
 */
export function renderComment(input: CommentInput): string {
  const report = input.report.kind === 'there' ? input.report.value : undefined;
  const start = `## Connectors\n\n${verdictOf(input)}\n`;
  const plan = planSection(input.plan, report);
  const end = `\n<sub>${inlineCode(input.head.slice(0, 12))} was judged. The registry judges again when it publishes, with its own rules.</sub>\n`;
  const findings = findingsSection(report);
  // What the findings do not need, the changes may have.
  const diff = diffSection(report, LIMIT - [start, plan, findings, end].join('').length - 500);
  return marked(`${start}${plan}${diff}${findings}${end}`);
}

/** Whether a comment that is already there says the same, whatever GitHub did to its line ends. */
export function saysTheSame(existing: string, rendered: string): boolean {
  const before = hashIn(existing);
  return before !== undefined && before === hashIn(rendered);
}

function planSection(plan: Delivered<PlanReport>, report: PullRequestReport | undefined): string {
  const unplanned = report === undefined ? [] : unplannedTargets(plan, report);
  const note =
    unplanned.length === 0
      ? ''
      : `\nNot planned, because the base branch does not have this target in this scope, or it is on a developer's own machine: ${unplanned.map(inlineCode).join(', ')}\n`;
  const body =
    plan.kind === 'there'
      ? renderPlanMarkdown(plan.value, PLAN_LIMIT - 2000)
      : `There is no plan: ${escapeMarkdown(plan.why)}\n`;
  return section('What a merge publishes', body + (note.length > 1500 ? '' : note), PLAN_LIMIT);
}

/** Targets that the pull request adds or moves: nobody has agreed yet to send anything there. */
function unplannedTargets(plan: Delivered<PlanReport>, { declared }: PullRequestReport): string[] {
  if (plan.kind === 'missing') return [];
  return declared
    .filter(({ target, scope }) => !plan.value.targets.some((one) => one.name === target && one.scope === scope))
    .map(({ target }) => target);
}

function findingsSection(report: PullRequestReport | undefined): string {
  if (report === undefined) return '';
  return section('Findings', renderValidateMarkdown(report.validate, FINDINGS_LIMIT - 100), FINDINGS_LIMIT);
}

function diffSection(report: PullRequestReport | undefined, limit: number): string {
  if (report === undefined || report.diff === null) return '';
  const { diff, bases, registryFolders = {} } = report;
  const notes = acknowledgementNotes(diff).map((note) => `\n${escapeMarkdown(note)}\n`);
  const way = notes.slice(0, MOST_NOTES).join('') + renderAcknowledgements({ ...diff, bases, registryFolders });
  // What changes comes before how to accept it.
  const shown = way.length > limit / 2 ? '' : way;
  return section('What changes', renderDiffMarkdown(diff, limit - shown.length - 100) + shown, limit);
}

function section(title: string, body: string, limit: number): string {
  const text = `\n### ${title}\n\n${body}`;
  return text.length <= limit ? text : `\n### ${title}\n\nToo much to show here: the summary of the run has it.\n`;
}

function marked(body: string): string {
  return `${COMMENT_MARK}\n<!-- content: ${hash('sha256', body)} -->\n${body}`;
}

function hashIn(comment: string): string | undefined {
  return /^<!-- content: ([0-9a-f]{64}) -->\r?$/m.exec(comment)?.[1];
}
