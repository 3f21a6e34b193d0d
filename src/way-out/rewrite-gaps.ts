import { lineStart, nextLine } from '../fix/edits/lines.ts';
import type { Range } from '../places/source-node.ts';
import type { Rewriting } from './rewrite.ts';
import { hanging, indented } from './written-value.ts';

/** What changes between two members or elements that stay: those that go, and those that come in their place. */
export interface Gap {
  readonly before: Range | undefined;
  readonly after: Range | undefined;
  readonly gone: readonly Range[];
  readonly added: readonly string[];
}

/** In braces and brackets. */
export function editFlow({ document: { text }, manner, edits }: Rewriting, gap: Gap, texts: readonly string[]): void {
  const { before, after, gone } = gap;
  const [first, last] = [gone[0], gone.at(-1)];
  const near = before ?? after ?? first;
  if (near === undefined || (first === undefined && texts.length === 0)) return;
  const line = text.slice(lineStart(text, near.start), near.start);
  const ownLine = /^[ \t]*$/.test(line);
  const separator = ownLine
    ? `,${manner.lineBreak}${line}`
    : manner.unit === '' && manner.format === 'json'
      ? ','
      : ', ';
  const added = texts.map((one) =>
    hanging(one, ownLine ? line : (/^[ \t]*/.exec(line)?.[0] ?? '')).replaceAll('\n', manner.lineBreak),
  );
  const joined = added.join(separator);
  if (first !== undefined && last !== undefined) edits.push(inPlaceOf(first, last, gap, joined));
  else if (before !== undefined) edits.push({ start: before.end, end: before.end, text: `${separator}${joined}` });
  else edits.push({ start: near.start, end: near.start, text: `${joined}${separator}` });
}

function inPlaceOf(
  first: Range,
  last: Range,
  { before, after }: Gap,
  joined: string,
): { start: number; end: number; text: string } {
  if (joined !== '') return { start: first.start, end: last.end, text: joined };
  if (after !== undefined) return { start: first.start, end: after.start, text: '' };
  return { start: before?.end ?? first.start, end: last.end, text: '' };
}

/** In block style each member or element has lines of its own. False when that is not so. */
export function editBlock(
  { document: { text }, manner, edits }: Rewriting,
  gap: Gap,
  texts: readonly string[],
): boolean {
  const { before, after, gone } = gap;
  const [first, last] = [gone[0], gone.at(-1)];
  const near = before ?? after ?? first;
  if (near === undefined || (first === undefined && texts.length === 0)) return true;
  const column = ' '.repeat(near.start - lineStart(text, near.start));
  const lines = texts.map((one) => `${indented(one, column)}\n`.replaceAll('\n', manner.lineBreak)).join('');
  if (first !== undefined && last !== undefined) {
    const start = lineStart(text, first.start);
    // The first key of an element stands behind its dash.
    if (/\S/.test(text.slice(start, first.start)) || !isLineEnd(text, last.end)) return false;
    edits.push({ start, end: nextLine(text, last.end), text: lines });
    return true;
  }
  if (before === undefined && isLineStart(text, near.start)) {
    const start = startWithComments(text, near.start);
    edits.push({ start, end: start, text: lines });
    return true;
  }
  if (before === undefined) {
    edits.push({ start: near.start, end: near.start, text: lines.slice(column.length) + column });
    return true;
  }
  const start = nextLine(text, before.end);
  const isEnd = text[start - 1] !== '\n';
  edits.push({ start, end: start, text: isEnd ? manner.lineBreak + lines.slice(0, -manner.lineBreak.length) : lines });
  return isLineEnd(text, before.end);
}

function isLineStart(text: string, offset: number): boolean {
  return !/\S/.test(text.slice(lineStart(text, offset), offset));
}

/** What editors and shells read at the top of a file is about the file. */
const OF_FILE = /^#!|yaml-language-server:|-\*-|\bvim?:/;

/** Where the comment directly above a member begins: it is about this member, and stays above it. */
function startWithComments(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, start).trim();
    if (!line.startsWith('#') || OF_FILE.test(line)) break;
    start = above;
  }
  return start;
}

/** Whether nothing but a comment follows on the line. */
function isLineEnd(text: string, offset: number): boolean {
  return /^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(offset, nextLine(text, offset)));
}
