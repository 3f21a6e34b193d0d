import type { ImportFinding, ImportReport } from './import-report.ts';
import { plural, printable } from './printable.ts';

const MOST_NOTES = 6;
const MOST_LOSSES = 5;
const MOST_ERRORS = 20;
const MOST_TODO = 12;

/** An import for a person: where it is, what was lost, what is left to do, what comes next. */
export function renderImportText(report: ImportReport): string {
  const { folder, title, operations, files, source, mended, notes, next, pullRequest } = report;
  const lines = [
    `${folder}  ${title}: ${plural(operations, 'operation')}, from ${source.name} (${source.kind})`,
    `  ${files.join('  ')}`,
    ...(mended === 0 ? [] : [`  ${plural(mended, 'slip')} of the source mended`]),
    ...noteLines(notes),
    ...lossLines(report),
    ...findingLines('To correct before it can be published', report.errors, MOST_ERRORS),
    ...findingLines('To do before certification', report.todo, MOST_TODO),
    ...(pullRequest === undefined ? [] : ['', `Pull request: ${pullRequest}`]),
    ...(next.length === 0 ? [] : ['', 'Next:', ...next.map((command) => `  ${command}`)]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function noteLines(notes: readonly string[]): string[] {
  const shown = notes.slice(0, MOST_NOTES).map((note) => `  ${note}`);
  const more = notes.length - shown.length;
  return more > 0 ? [...shown, `  and ${plural(more, 'more note')}: --format json has them all`] : shown;
}

function lossLines({ losses }: ImportReport): string[] {
  if (losses.length === 0) return [];
  const shown = losses.slice(0, MOST_LOSSES).map(({ pointer, message }) => `  ${pointer || '/'}  ${message}`);
  const more = losses.length - shown.length;
  const rest = more > 0 ? [`  and ${more} more: --format json has them all`] : [];
  return ['', `Not carried over (${losses.length}):`, ...shown, ...rest];
}

function findingLines(heading: string, findings: readonly ImportFinding[], most: number): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, most).map(({ code, message, count }) => {
    return `  ${code}  ${message}${count === 1 ? '' : ` (and ${count - 1} more)`}`;
  });
  const more = findings.length - shown.length;
  return ['', `${heading}:`, ...shown, ...(more > 0 ? [`  and ${more} more: "connectors validate" has them all`] : [])];
}
