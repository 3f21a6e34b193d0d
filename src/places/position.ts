import type { Position } from '../domain/span.ts';

/** The offset at which each line starts. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Looks an offset up in `lineStartsOf(text)`, by halving. */
export function positionIn(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Line and column of a 0-based offset; an offset outside the text is moved to its nearer end. */
export function positionAt(text: string, offset: number): Position {
  return positionIn(lineStartsOf(text), clampOffset(text, offset));
}

export function clampOffset(text: string, offset: number): number {
  return Number.isFinite(offset) ? Math.min(Math.max(0, Math.trunc(offset)), text.length) : 0;
}
