import { maskSecrets } from '../domain/secrets/mask-secrets.ts';
import { printable } from './printable.ts';

/** A range of a text in UTF-16 units, and what takes its place. */
export interface PatchEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const CONTEXT = 3;

/** What edits do to a file, in the form that `diff -u` has, safe for a terminal and without secrets. They do not overlap. */
export function renderPatch(file: string, text: string, edits: readonly PatchEdit[]): string {
  const starts = lineStarts(text);
  const hunks = hunksOf(text, starts, edits);
  const name = printable(file);
  let moved = 0;
  const rendered = hunks.map((hunk) => {
    const lines = linesOfHunk(text, starts, hunk);
    const [older, newer] = ['+', '-'].map((left) => lines.filter((line) => !line.startsWith(left)).length);
    const head = `@@ -${hunk.from + 1},${older ?? 0} +${hunk.from + 1 + moved},${newer ?? 0} @@`;
    moved += (newer ?? 0) - (older ?? 0);
    return [head, ...lines].join('\n');
  });
  return [`--- a/${name}`, `+++ b/${name}`, ...rendered, ''].join('\n');
}

/** Lines [from, to) of the older text, 0-based, and the edits in them. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly PatchEdit[];
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  if (starts.at(-1) === text.length && starts.length > 1) starts.pop();
  return starts;
}

function hunksOf(text: string, starts: readonly number[], edits: readonly PatchEdit[]): Hunk[] {
  const hunks: Hunk[] = [];
  const lineOf = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  for (const edit of edits.toSorted((one, two) => one.start - two.start)) {
    const from = Math.max(0, lineOf(edit.start) - CONTEXT);
    const to = Math.min(starts.length, lineOf(Math.min(edit.end, text.length)) + 1 + CONTEXT);
    const last = hunks.at(-1);
    if (last === undefined || from > last.to) hunks.push({ from, to, edits: [edit] });
    else hunks[hunks.length - 1] = { from: last.from, to: Math.max(last.to, to), edits: [...last.edits, edit] };
  }
  return hunks;
}

function linesOfHunk(text: string, starts: readonly number[], { from, to, edits }: Hunk): string[] {
  const [begin, end] = [starts[from] ?? 0, starts[to] ?? text.length];
  let after = '';
  let at = begin;
  for (const edit of edits) {
    after += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return differences(linesIn(text.slice(begin, end)), linesIn(after + text.slice(at, end)));
}

function linesIn(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.replace(/\r$/, ''));
}

/** More lines than this are not aligned: all of one go, all of the other come. */
const MOST_CELLS = 4_000_000;

function differences(before: readonly string[], after: readonly string[]): string[] {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [gone, come] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return [
    ...before.slice(0, head).map((line) => shown(' ', line)),
    ...aligned(gone, come),
    ...before.slice(before.length - tail).map((line) => shown(' ', line)),
  ];
}

/** The longest common sequence of lines stays. */
function aligned(before: readonly string[], after: readonly string[]): string[] {
  if (before.length * after.length > MOST_CELLS) {
    return [...before.map((line) => shown('-', line)), ...after.map((line) => shown('+', line))];
  }
  const width = after.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const cell = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? cell(row + 1, column + 1) + 1
          : Math.max(cell(row + 1, column), cell(row, column + 1));
    }
  }
  const lines: string[] = [];
  for (let [row, column] = [0, 0]; row < before.length || column < after.length;) {
    if (row < before.length && before[row] === after[column]) {
      lines.push(shown(' ', before[row] ?? ''));
      row += 1;
      column += 1;
    } else if (row < before.length && cell(row + 1, column) >= cell(row, column + 1)) {
      lines.push(shown('-', before[row] ?? ''));
      row += 1;
    } else {
      lines.push(shown('+', after[column] ?? ''));
      column += 1;
    }
  }
  return lines;
}

/** Tabs stay: they are what such a file may be indented with. */
function shown(sign: string, line: string): string {
  return sign + maskSecrets(line).split('\t').map(printable).join('\t');
}
