import type { Json } from '../domain/json.ts';
import { canonicalText } from './canonical-text.ts';

const LONGEST = 60;

/** A value for a message: on one line, at most 60 characters, strings in quotes; `nothing` when there is none. */
export function quote(value: Json | undefined): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : canonicalText(value);
  const short = cut(text);
  return typeof value === 'string' ? JSON.stringify(short) : short;
}

/** `from X to Y`, or `to Y` / `from X to nothing` when one side has none. */
export function fromTo(from: Json | undefined, to: Json | undefined): string {
  return from === undefined ? `to ${quote(to)}` : `from ${quote(from)} to ${quote(to)}`;
}

/** `"a", "b" and 3 more`. */
export function quoteList(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map((value) => quote(value));
  return values.length > 5 ? `${shown.join(', ')} and ${values.length - 5} more` : shown.join(', ');
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  // Never between the two halves of a character outside the basic plane.
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
