import type { Json } from '../domain/json.ts';
import { canonicalText } from './canonical-text.ts';

/** Of a value in a message, in characters. */
export const LONGEST = 60;

/** How much of what two texts have alike is shown before the difference. */
const LEAD = 20;

/** A value for a message: on one line, at most 60 characters, strings in quotes; `nothing` when there is none. What is before `start` is left out. */
export function quote(value: Json | undefined, start = 0): string {
  if (value === undefined) return 'nothing';
  const text = textOf(value);
  const short = cut(start === 0 ? text : `…${text.slice(start)}`);
  return typeof value === 'string' ? JSON.stringify(short) : short;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : canonicalText(value);
}

/** `from X to Y`, or `to Y` / `from X to nothing` when one side has none. Two long texts never look the same: the cut is where they differ. */
export function fromTo(from: Json | undefined, to: Json | undefined): string {
  if (from === undefined) return `to ${quote(to)}`;
  const start = quote(from) === quote(to) ? startOfDifference(textOf(from), textOf(to)) : 0;
  return `from ${quote(from, start)} to ${quote(to, start)}`;
}

/** `"a", "b" and 3 more`. */
export function quoteList(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map((value) => quote(value));
  return values.length > 5 ? `${shown.join(', ')} and ${values.length - 5} more` : shown.join(', ');
}

function startOfDifference(one: string, two: string): number {
  let same = 0;
  while (same < one.length && one[same] === two[same]) same += 1;
  const start = Math.max(0, same - LEAD);
  return /[\udc00-\udfff]/.test(one[start] ?? '') ? start + 1 : start;
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  // Never between the two halves of a character outside the basic plane.
  return `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
