import type { Mended } from '../domain/mended.ts';
import { PLAIN, type Paint } from './paint.ts';
import { plural, printable } from './printable.ts';
import { shownPlace } from './shown-place.ts';

/** What `--fix` mended, a line each and a line that counts them; nothing when it mended nothing. */
export function fixedLines(fixed: readonly Mended[], paint: Paint = PLAIN): string[] {
  if (fixed.length === 0) return [];
  const files = new Set(fixed.map(({ file }) => file)).size;
  const lines = fixed.map((one) => `${shownPlace(one)} mended ${paint('faint', one.code)}  ${changeOf(one)}`);
  return [...lines, `Mended ${plural(fixed.length, 'finding')} in ${plural(files, 'file')}`];
}

/** `"true" -> true`, `added …` or `removed …`, on one line. */
export function changeOf({ before, after, more }: Mended): string {
  const others = more === undefined ? '' : `, and ${plural(more, 'other place')}`;
  return `${printable(words(before, after))}${others}`;
}

function words(before: string, after: string): string {
  if (before !== '' && after !== '') return `${before} -> ${after}`;
  return before === '' ? `added ${after}` : `removed ${before}`;
}
