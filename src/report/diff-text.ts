import { blockingChanges, type DiffReport, type ReportedChange } from './diff-report.ts';
import { plural, printable } from './printable.ts';

/** A changelog: by connector and operation, most dangerous first. */
export function renderDiffText(report: DiffReport): string {
  const blocks = groupsOf(report.changes).map(([connector, changes]) =>
    [printable(connector), ...changes.flatMap(linesOf)].join('\n'),
  );
  return `${[...blocks, diffSummary(report)].join('\n\n')}\n`;
}

/** Changes by connector, in the order in which the connectors first occur. */
export function groupsOf(changes: readonly ReportedChange[]): [string, ReportedChange[]][] {
  return [...Map.groupBy(changes, (change) => change.connector)];
}

/** `2 changes: 1 breaking, 1 safe (a major update, semver major)`. */
export function diffSummary(report: DiffReport): string {
  const { counts, changes, update, semver } = report;
  if (changes.length === 0) return `${plural(report.connectors, 'connector')}: no change`;
  const parts = (['forbidden', 'breaking', 'warning', 'safe'] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => `${counts[one]} ${one}`);
  const blocking = blockingChanges(report).length;
  const acknowledged = counts.forbidden + counts.breaking - blocking;
  const note = acknowledged > 0 ? `, ${acknowledged} acknowledged` : '';
  return `${plural(changes.length, 'change')}: ${parts.join(', ')}${note} (official label: ${update}; semver: ${semver})`;
}

function linesOf(change: ReportedChange): string[] {
  const { class: danger, acknowledged, kind, message, products, fingerprint, file, start } = change;
  const mark = acknowledged === true ? `${danger}, acknowledged` : danger;
  const place = file === undefined || start === undefined ? '' : `${printable(file)}:${start.line}:${start.column} `;
  const dangerous = danger === 'breaking' || danger === 'forbidden';
  return [
    `  ${place}${mark} ${kind}  ${printable(message)}`,
    ...(dangerous ? [`      hits ${products.join(', ')}; fingerprint ${fingerprint}`] : []),
  ];
}
