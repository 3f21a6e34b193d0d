import { maskLine } from '../domain/secrets/mask-line.ts';
import type { Position } from '../domain/span.ts';
import { printable } from './printable.ts';

/** Columns of a line that are shown around a place; minified documents are one line of a megabyte. */
const WIDTH = 100;
const BEFORE = 40;
const TAB = 4;

/** A source line as it is shown, and carets under the place. */
export interface CodeFrame {
  /** `  41 | operationId: send` */
  readonly source: string;
  /** `     |              ` and `^^^^`. */
  readonly gutter: string;
  readonly carets: string;
}

/**
 * The line of a place with carets under it; undefined when the text has no such line, or nothing on it. Carets stay under the place
 * whatever stands before it: tabs, wide characters, control characters that are shown as escapes.
 */
export function codeFrame(text: string, start: Position, end: Position | undefined): CodeFrame | undefined {
  const written = lineAt(text, start.line);
  if (written === undefined || written.trim() === '') return undefined;
  const line = maskLine(written, start.column - 1);
  const from = Math.min(start.column - 1, line.length);
  const to =
    end === undefined || end.line < start.line ? from + 1 : end.line > start.line ? line.length : end.column - 1;
  const cut = cutAround(line, from);
  const before = shown(line.slice(cut.start, from), cut.start > 0 ? 1 : 0);
  const marked = shown(line.slice(from, Math.min(to, cut.end)), before.column);
  const after = shown(line.slice(Math.max(from, Math.min(to, cut.end)), cut.end), marked.column);
  const number = String(start.line).padStart(5);
  const source = `${cut.start > 0 ? '…' : ''}${before.text}${marked.text}${after.text}${cut.end < line.length ? '…' : ''}`;
  return {
    source: `${number} | ${source}`.trimEnd(),
    gutter: `${' '.repeat(number.length)} | ${' '.repeat(before.column)}`,
    carets: '^'.repeat(Math.max(1, marked.column - before.column)),
  };
}

function lineAt(text: string, line: number): string | undefined {
  let from = 0;
  for (let current = 1; current < line; current += 1) {
    from = text.indexOf('\n', from) + 1;
    if (from === 0) return undefined;
  }
  const to = text.indexOf('\n', from);
  return text.slice(from, to < 0 ? text.length : to).replace(/\r$/, '');
}

/** The part of a line that fits, without cutting a character in two. */
function cutAround(line: string, at: number): { readonly start: number; readonly end: number } {
  const start = line.length <= WIDTH ? 0 : Math.max(0, Math.min(at - BEFORE, line.length - WIDTH));
  const end = Math.min(line.length, start + WIDTH);
  return { start: isInside(line, start) ? start + 1 : start, end: isInside(line, end) ? end - 1 : end };
}

function isInside(line: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(line[at] ?? '') && /[\uD800-\uDBFF]/.test(line[at - 1] ?? '');
}

/** A text as a terminal shows it, and the column after it when it begins at one. */
function shown(text: string, from: number): { readonly text: string; readonly column: number } {
  let column = from;
  const parts: string[] = [];
  for (const character of text) {
    const part = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : printable(character);
    parts.push(part);
    column += part === character ? widthOf(character) : part.length;
  }
  return { text: parts.join(''), column };
}

const NO_WIDTH = /^\p{M}$/u;
// East Asian wide and full-width characters, and emoji: two columns each in every terminal.
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]$/u;

function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
