import type { ChangeClass } from '../domain/change.ts';
import type { Severity } from '../domain/finding.ts';
import { groupChanges, type ChangeGroup, type ConnectorChanges } from './diff-groups.ts';
import type { ReportedChange } from './diff-report.ts';
import { countClasses, countsInWords, effectOf } from './diff-words.ts';
import { PLAIN, type Paint } from './paint.ts';
import { plural, printable } from './printable.ts';
import { shownPlace } from './shown-place.ts';

const PARTS: Readonly<Record<ChangeClass, Severity | 'faint'>> = {
  forbidden: 'error',
  breaking: 'error',
  warning: 'warning',
  safe: 'faint',
};

const WIDEST = 'forbidden'.length;
const INDENT = ' '.repeat(4 + WIDEST + 2);
/** Operations that are named of those that a change reaches. */
const MOST_NAMES = 8;
/** On a screen what is safe must not push what is not out of sight. */
const MOST_SAFE = 5;

export interface ChangelogView {
  readonly paint?: Paint;
  /** Whether a person reads it on a screen, and wants to see a part of what is safe. */
  readonly short?: boolean;
}

/** The changes as blocks of lines, a connector each. */
export function changelogBlocks(
  changes: readonly ReportedChange[],
  { paint = PLAIN, short = false }: ChangelogView,
): string[] {
  return groupChanges(changes).map((one) => linesOfConnector(one, { paint, short }).join('\n'));
}

function linesOfConnector({ connector, changes, groups }: ConnectorChanges, view: Required<ChangelogView>): string[] {
  const counts = countsInWords(countClasses(changes));
  const isSafe = (group: ChangeGroup): boolean => group.changes.every((change) => change.class === 'safe');
  const safe = groups.flatMap((group) => (isSafe(group) ? group.changes : []));
  return [
    `${view.paint('strong', printable(connector))}  ${view.paint('faint', counts)}`,
    ...groups.flatMap((group) => (isSafe(group) ? [] : ['', ...linesOfGroup(group, view)])),
    ...(safe.length === 0 ? [] : ['', ...safeLines(safe.toSorted(newOperationsFirst), view, 2 * MOST_SAFE)]),
  ];
}

function newOperationsFirst(one: ReportedChange, two: ReportedChange): number {
  const rank = ({ kind }: ReportedChange): number => (kind === 'operation-added' ? 0 : 1);
  return rank(one) - rank(two);
}

function linesOfGroup(group: ChangeGroup, view: Required<ChangelogView>): string[] {
  const [safe, dangerous] = [true, false].map((wanted) =>
    group.changes
      .filter((change) => (change.class === 'safe') === wanted)
      .map((change) => ({ ...change, message: withoutName(change) })),
  );
  return [
    `  ${view.paint('strong', headingOf(group))}`,
    ...(dangerous ?? []).flatMap((change) => fullLines(change, view.paint)),
    ...safeLines(safe ?? [], view, MOST_SAFE),
  ];
}

/** Below the operation's name a sentence need not say it again. */
export function withoutName({ message, operationId }: ReportedChange): string {
  return operationId === undefined ? message : message.replace(` of ${JSON.stringify(operationId)}`, () => '');
}

function safeLines(changes: readonly ReportedChange[], { paint, short }: Required<ChangelogView>, most: number) {
  const shown = short && changes.length > most + 1 ? most : changes.length;
  const more = plural(changes.length - shown, 'more safe change');
  return [
    ...changes
      .slice(0, shown)
      .flatMap((change) => [
        safeLine(change, paint),
        ...(short ? [] : valueLines(change).map((line) => INDENT + paint('faint', line))),
      ]),
    ...(shown < changes.length ? [`    ${paint('faint', `… and ${more}`)}`] : []),
  ];
}

export function headingOf({ about, operationId }: ChangeGroup): string {
  if (about === 'shared') return 'Shared by several operations';
  return about === 'connector' ? 'The connector itself' : printable(operationId);
}

function fullLines(change: ReportedChange, paint: Paint): string[] {
  const { class: danger, acknowledged, kind, message, fingerprint } = change;
  const mark = paint(PARTS[danger], danger.padEnd(WIDEST));
  const more = [
    ...valueLines(change),
    ...reachLines(change),
    ...(acknowledged === true ? ['acknowledged'] : []),
    effectOf(change),
    `${placeOf(change)}${kind}${danger === 'warning' ? '' : `  fingerprint ${fingerprint}`}`,
  ].filter((line) => line !== '');
  return [`    ${mark}  ${printable(message)}`, ...more.map((line) => INDENT + paint('faint', line))];
}

/** What was there and what is there now, unless the sentence says both. */
export function shownValues({ message, before, after }: ReportedChange): Pick<ReportedChange, 'before' | 'after'> {
  const said = [before, after].every((text) => text === undefined || message.includes(text));
  if (said) return {};
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function valueLines(change: ReportedChange): string[] {
  const { before, after } = shownValues(change);
  return [
    ...(before === undefined ? [] : [`before  ${printable(before)}`]),
    ...(after === undefined ? [] : [`after   ${printable(after)}`]),
  ];
}

function reachLines({ operations = [] }: ReportedChange): string[] {
  if (operations.length === 0) return [];
  const left = operations.length - MOST_NAMES;
  const names = operations.slice(0, MOST_NAMES).map(printable).join(', ');
  return [`reaches ${names}${left > 0 ? ` and ${left} more` : ''}`];
}

function safeLine(change: ReportedChange, paint: Paint): string {
  const tail = paint('faint', `${placeOf(change)}${change.kind}`);
  return `    ${paint(PARTS.safe, 'safe'.padEnd(WIDEST))}  ${printable(change.message)}  ${tail}`;
}

function placeOf({ file, start }: ReportedChange): string {
  return file === undefined || start === undefined ? '' : `${shownPlace({ file, start })}  `;
}
