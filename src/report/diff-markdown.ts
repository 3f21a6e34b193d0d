import type { ChangeClass } from '../domain/change.ts';
import { groupsOf, diffSummary } from './diff-text.ts';
import type { DiffReport, ReportedChange } from './diff-report.ts';
import { escapeMarkdown, inlineCode } from './escape-markdown.ts';
import { takeWithin } from './validate-markdown.ts';

const MARKS: Readonly<Record<ChangeClass, string>> = { forbidden: '⛔', breaking: '💥', warning: '⚠️', safe: '✅' };

/** The changelog for a pull request, cut before `limit` characters with a line that says how many changes are left out. */
export function renderDiffMarkdown(report: DiffReport, limit = 60_000): string {
  const head = `**${escapeMarkdown(diffSummary(report))}**\n`;
  if (report.changes.length === 0) return head;
  const rows = groupsOf(report.changes).flatMap(([connector, changes]) =>
    changes.map((change, index) => (index === 0 ? `\n${inlineCode(connector)}\n\n` : '') + rowOf(change)),
  );
  const fitting = takeWithin(rows, limit - head.length - 100);
  const left = rows.length - fitting.length;
  return `${head}${fitting.join('')}${left > 0 ? `\n… and ${left} more.\n` : ''}`;
}

function rowOf(change: ReportedChange): string {
  const { class: danger, kind, message, products, acknowledged } = change;
  const who = danger === 'safe' || products.length === 0 ? '' : ` Hits ${products.join(', ')}.`;
  const accepted = acknowledged === true ? ' *(acknowledged)*' : '';
  return `- ${MARKS[danger]} ${inlineCode(kind)} ${escapeMarkdown(message)}.${who}${accepted}\n`;
}
