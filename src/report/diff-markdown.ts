import type { ChangeClass } from '../domain/change.ts';
import { changeKind } from '../diff/change-kinds.ts';
import { shownValues, withoutName } from './diff-lines.ts';
import { groupChanges, type ChangeGroup, type ConnectorChanges } from './diff-groups.ts';
import type { DiffReport, ReportedChange } from './diff-report.ts';
import { CLASSES, countClasses, countsInWords, diffSummary, effectOf } from './diff-words.ts';
import { changeDocs } from './docs-link.ts';
import { escapeMarkdown, inlineCode } from './escape-markdown.ts';

const MARKS: Readonly<Record<ChangeClass, string>> = { forbidden: '⛔', breaking: '💥', warning: '⚠️', safe: '✅' };

/** Characters of a text that are shown: no single change may use up the room of the others. */
const LONGEST = 300;
const MOST_NAMES = 8;
const ROOM_FOR_NOTE = 200;

/**
 * The changelog for a pull request: what is dangerous by connector and operation, what is safe folded away. Never longer than `limit`
 * characters: what is left out is the least dangerous, and a line says how much of it.
 */
export function renderDiffMarkdown(report: DiffReport, limit = 60_000): string {
  const head = `**${escapeMarkdown(diffSummary(report))}**\n`;
  if (head.length + ROOM_FOR_NOTE > limit) return head.length > limit ? '' : head;
  const connectors = groupChanges(report.changes).map(sectionOf);
  const lacks = lacksOf(report, limit - head.length - ROOM_FOR_NOTE);
  const shown = fitting(connectors, limit - head.length - lacks.length - ROOM_FOR_NOTE);
  return `${head}${lacks}${connectors.map((section) => rendered(section, shown)).join('')}${leftOut(report, shown)}`;
}

const MOST_LACKS = 10;

function lacksOf({ notCompared = [] }: DiffReport, limit: number): string {
  const rows = notCompared
    .slice(0, MOST_LACKS)
    .map(({ connector, message }) => `- ❓ ${inlineCode(cut(connector))}: ${escapeMarkdown(cut(message))}\n`);
  const text = rows.length === 0 ? '' : `\n${rows.join('')}`;
  return text.length > limit ? '' : text;
}

interface Section {
  readonly heading: string;
  readonly groups: readonly { readonly heading: string; readonly rows: readonly Row[] }[];
  readonly safe: readonly Row[];
}

interface Row {
  readonly danger: ChangeClass;
  readonly text: string;
}

function sectionOf({ connector, changes, groups }: ConnectorChanges): Section {
  return {
    heading: `\n#### ${inlineCode(cut(connector))}: ${countsInWords(countClasses(changes))}\n`,
    groups: groups
      .map((group) => ({ heading: `\n${titleOf(group)}\n\n`, rows: rowsOf(group, (danger) => danger !== 'safe') }))
      .filter(({ rows }) => rows.length > 0),
    safe: groups.flatMap((group) => rowsOf(group, (danger) => danger === 'safe')),
  };
}

function titleOf({ about, operationId }: ChangeGroup): string {
  if (about === 'operation') return `**${inlineCode(cut(operationId))}**`;
  return about === 'shared' ? '**Shared by several operations**' : '**The connector itself**';
}

function rowsOf({ changes }: ChangeGroup, wanted: (danger: ChangeClass) => boolean): Row[] {
  return changes
    .filter((change) => wanted(change.class))
    .map((change) => ({ danger: change.class, text: change.class === 'safe' ? safeRow(change) : rowOf(change) }));
}

function rowOf(change: ReportedChange): string {
  const { class: danger, acknowledged } = change;
  const message = withoutName(change);
  const effect = effectOf(change);
  const parts = [
    `${MARKS[danger]} ${escapeMarkdown(cut(message))}. ${linkOf(change)}`,
    valuesOf(change),
    reachOf(change),
    `${effect}${acknowledged === true ? `${effect === '' ? '' : '. '}*Acknowledged*` : ''}`,
  ];
  return `- ${parts.filter((part) => part !== '').join('<br>')}\n`;
}

function safeRow(change: ReportedChange): string {
  const values = valuesOf(change);
  return `- ${MARKS.safe} ${escapeMarkdown(cut(change.message))}. ${linkOf(change)}${values === '' ? '' : `<br>${values}`}\n`;
}

/** Only kinds of our own have a page, whatever a report says. */
function linkOf({ kind }: ReportedChange): string {
  return changeKind(kind) === undefined ? inlineCode(cut(kind)) : `[${inlineCode(kind)}](${changeDocs(kind)})`;
}

function valuesOf(change: ReportedChange): string {
  const { before, after } = shownValues(change);
  return [
    ...(before === undefined ? [] : [`before ${inlineCode(cut(before))}`]),
    ...(after === undefined ? [] : [`after ${inlineCode(cut(after))}`]),
  ].join('<br>');
}

function reachOf({ operations = [] }: ReportedChange): string {
  if (operations.length === 0) return '';
  const names = operations.slice(0, MOST_NAMES).map((name) => inlineCode(cut(name)));
  const left = operations.length - names.length;
  return `reaches ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** The rows that there is room for, the most dangerous of all connectors first; nothing safer is taken once one did not fit. */
function fitting(sections: readonly Section[], limit: number): ReadonlySet<Row> {
  const shown = new Set<Row>();
  const opened = new Set<object>();
  let left = limit;
  for (const danger of CLASSES) {
    for (const { row, around } of candidates(sections, danger)) {
      const fresh = around.filter(([what]) => !opened.has(what));
      left -= fresh.reduce((sum, [, length]) => sum + length, row.text.length);
      if (left < 0) return shown;
      for (const [what] of fresh) opened.add(what);
      shown.add(row);
    }
  }
  return shown;
}

interface Candidate {
  readonly row: Row;
  /** What has to be opened for it, once, and what that costs. */
  readonly around: readonly (readonly [what: object, length: number])[];
}

function* candidates(sections: readonly Section[], danger: ChangeClass): Iterable<Candidate> {
  for (const section of sections) {
    const own = [section, section.heading.length] as const;
    for (const group of section.groups) {
      const around = [own, [group, group.heading.length]] as const;
      for (const row of group.rows) if (row.danger === danger) yield { row, around };
    }
    const around = [own, [section.safe, folded('', section.safe.length).length]] as const;
    if (danger === 'safe') for (const row of section.safe) yield { row, around };
  }
}

function rendered({ heading, groups, safe }: Section, shown: ReadonlySet<Row>): string {
  const parts = groups.map((group) => joined(group.heading, group.rows, shown));
  const folds = joined('', safe, shown);
  const body = parts.join('') + (folds === '' ? '' : folded(folds, safe.length));
  return body === '' ? '' : heading + body;
}

function joined(heading: string, rows: readonly Row[], shown: ReadonlySet<Row>): string {
  const texts = rows.filter((row) => shown.has(row)).map(({ text }) => text);
  return texts.length === 0 ? '' : heading + texts.join('');
}

function folded(rows: string, count: number): string {
  return `\n<details><summary>${count} safe</summary>\n\n${rows}\n</details>\n`;
}

/** What the counts have more than is shown: the list itself may have been cut short before it came here. */
function leftOut({ counts, changes }: DiffReport, shown: ReadonlySet<Row>): string {
  const listed = countClasses(changes);
  const seen = countClasses([...shown].map(({ danger }) => ({ class: danger })));
  const missing = (danger: ChangeClass): number => Math.max(0, counts[danger], listed[danger]) - seen[danger];
  const left = {
    forbidden: missing('forbidden'),
    breaking: missing('breaking'),
    warning: missing('warning'),
    safe: missing('safe'),
  };
  const words = countsInWords(left);
  return words === '' ? '' : `\nLeft out here: ${words}. \`connectors diff\` shows all.\n`;
}
