import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import { countSteps, visibleSteps, type PlanReport, type ReportedStep, type ReportedTarget } from './plan-report.ts';
import { short } from './plan-text.ts';
import { takeWithin } from './validate-markdown.ts';

/** The plan as tables, a target each, cut before `limit` characters with a line that says how many steps are left out. */
export function renderPlanMarkdown(plan: PlanReport, limit = 60_000): string {
  const each = Math.floor((limit - 200) / Math.max(1, plan.targets.length));
  const targets = plan.targets.map((target) => renderTarget(target, each));
  return `${targets.join('\n')}\nPlan ${inlineCode(plan.digest)}\n`;
}

function renderTarget(target: ReportedTarget, limit: number): string {
  const head = `**${escapeMarkdown(target.name)}** ${inlineCode(target.scope)}: ${escapeMarkdown(countSteps(target.steps))}\n`;
  const rules = target.rules.same
    ? ''
    : '\nThe registry judges with another version of the rules: it may refuse what is clean here.\n';
  const rows = visibleSteps(target.steps).map(rowOf);
  if (rows.length === 0) return head + rules;
  const table = `\n| step | connector | from | to | |\n|---|---|---|---|---|\n`;
  const fitting = takeWithin(rows, limit - head.length - table.length - rules.length - 100);
  const left = rows.length - fitting.length;
  return `${head}${rules}${table}${fitting.join('')}${left > 0 ? `\n… and ${left} more.\n` : ''}`;
}

function rowOf({ kind, connector, formerName, from, to, class: danger, refused }: ReportedStep): string {
  const name =
    formerName === undefined ? inlineCode(connector) : `${inlineCode(formerName)} → ${inlineCode(connector)}`;
  const cells = [inlineCode(kind), name, digestCell(from), digestCell(to), noteOf(danger, refused)];
  return `| ${cells.join(' | ')} |\n`;
}

function digestCell(digest: string | undefined): string {
  return digest === undefined ? '' : inlineCode(short(digest));
}

function noteOf(danger: string | undefined, refused: ReportedStep['refused']): string {
  const notes = [
    danger === undefined || danger === 'safe' ? '' : escapeMarkdown(danger),
    refused === undefined ? '' : `**refused**: ${escapeMarkdown(refused.why)}`,
    refused?.override === undefined ? '' : `override: ${inlineCode(refused.override)}`,
  ];
  return notes.filter((note) => note !== '').join('<br>');
}
