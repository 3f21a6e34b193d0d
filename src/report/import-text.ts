import type { Json } from '../domain/json.ts';
import type { ImportConflict, ImportFinding, ImportReport, MergedReport } from './import-report.ts';
import { plural, printable } from './printable.ts';

const MOST_NOTES = 6;
const MOST_LOSSES = 10;
const MOST_ERRORS = 20;
const MOST_TODO = 12;
const MOST_IDS = 8;
const MOST_CONFLICTS = 12;

/** An import for a person: where it is, what was lost, what is left to do, what comes next. */
export function renderImportText(report: ImportReport): string {
  const { folder, title, operations, files, source, next, pullRequest, merged } = report;
  // What was told when the folder was written is no news when nothing changes.
  const isNews = merged?.changed.length !== 0;
  const lines = [
    `${folder}  ${title}: ${plural(operations, 'operation')}, from ${source.name} (${source.kind})`,
    ...(merged === undefined ? [`  ${files.join('  ')}`] : mergedLines(merged)),
    ...(isNews ? newsLines(report) : []),
    ...findingLines('To correct before it can be published', report.errors, MOST_ERRORS),
    ...(isNews ? todoLines(report) : []),
    ...(pullRequest === undefined ? [] : ['', `Pull request: ${pullRequest}`]),
    ...(next.length === 0 ? [] : ['', 'Next:', ...next.map((command) => `  ${command}`)]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function newsLines(report: ImportReport): string[] {
  const { mended, notes, merged } = report;
  return [
    ...(mended === 0 ? [] : [`  ${plural(mended, 'slip')} of the source mended`]),
    ...noteLines(notes),
    ...lossLines(report),
    ...conflictLines(merged?.conflicts ?? []),
  ];
}

function todoLines({ errors, todo }: ImportReport): string[] {
  const hint = errors.length + todo.length === 0 ? [] : ['  "npx connectors rules CODE" says how'];
  return [...findingLines('To do before certification', todo, MOST_TODO), ...hint];
}

function mergedLines({ changed, operations: { added, changed: edited, removed } }: MergedReport): string[] {
  if (changed.length === 0) return ['  Nothing changes: the folder has everything that the source has'];
  const words = (verb: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`  ${verb}: ${few(ids)}`];
  return [
    `  merged into what is there: ${changed.join('  ')}`,
    ...words('new', added),
    ...words('changed', edited),
    ...words('gone', removed),
  ];
}

function few(ids: readonly string[]): string {
  const more = ids.length - MOST_IDS;
  return `${ids.slice(0, MOST_IDS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function conflictLines(conflicts: readonly ImportConflict[]): string[] {
  if (conflicts.length === 0) return [];
  const shown = conflicts
    .slice(0, MOST_CONFLICTS)
    .flatMap(({ file, line, column, message, yours, source }) => [
      `  ${file}:${line}:${column}  ${message}`,
      `    yours:  ${side(yours)}`,
      `    source: ${side(source)}`,
    ]);
  const more = conflicts.length - MOST_CONFLICTS;
  const rest = more > 0 ? [`  and ${more} more: --format json has them all`] : [];
  return ['', `Edited by hand, and changed in the source; yours stays (${conflicts.length}):`, ...shown, ...rest];
}

function side(value: Json | undefined): string {
  if (value === undefined) return '(not there)';
  const text = JSON.stringify(value);
  return text.length <= 100 ? text : `${text.slice(0, 97)}...`;
}

function noteLines(notes: readonly string[]): string[] {
  const shown = notes.slice(0, MOST_NOTES).map((note) => `  ${note}`);
  const more = notes.length - shown.length;
  return more > 0 ? [...shown, `  and ${plural(more, 'more note')}: --format json has them all`] : shown;
}

/** What is lost in the same way is one line, with its first place. */
function lossLines({ losses }: ImportReport): string[] {
  if (losses.length === 0) return [];
  const groups = [...Map.groupBy(losses, ({ construct }) => construct).values()];
  const shown = groups.slice(0, MOST_LOSSES).flatMap(([first, ...alike]) => {
    if (first === undefined) return [];
    return [
      `  ${placeOf(first.pointer)}  ${first.message}${alike.length === 0 ? '' : ` (and ${alike.length} more like it)`}`,
    ];
  });
  const isCut = groups.length > MOST_LOSSES || groups.length < losses.length;
  return ['', `Not carried over (${losses.length}):`, ...shown, ...(isCut ? ['  --format json has them all'] : [])];
}

/** `POST /orders` for a place of an operation: people know it by that, and the pointer is in the JSON form. */
function placeOf(pointer: string): string {
  const [, path, verb] =
    /^\/paths\/([^/]+)(?:\/(get|put|post|delete|options|head|patch|trace)(?=\/|$))?/.exec(pointer) ?? [];
  if (path === undefined) return pointer || '/';
  const plain = path.replaceAll('~1', '/').replaceAll('~0', '~');
  return verb === undefined ? plain : `${verb.toUpperCase()} ${plain}`;
}

function findingLines(heading: string, findings: readonly ImportFinding[], most: number): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, most).map(({ code, message, count }) => {
    return `  ${code}  ${message}${count === 1 ? '' : ` (and ${count - 1} more)`}`;
  });
  const more = findings.length - shown.length;
  return ['', `${heading}:`, ...shown, ...(more > 0 ? [`  and ${more} more: "connectors validate" has them all`] : [])];
}
