import type { Position, Span } from '../../src/domain/span.ts';
import { lineStartsOf } from '../../src/places/position.ts';

/** The characters that a span covers. */
export function textIn(text: string, span: Span): string {
  const starts = lineStartsOf(text);
  const offset = ({ line, column }: Position): number => starts[line - 1]! + column - 1;
  return text.slice(offset(span.start), offset(span.end ?? span.start));
}
