import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Pointer } from '../domain/pointer.ts';

/** By file, then place, then code. Places without a pointer come first, in the order of their offsets. */
export function compareDiagnostics(one: Diagnostic, two: Diagnostic): number {
  return (
    compareText(one.at.file, two.at.file) ||
    (one.at.offset ?? -1) - (two.at.offset ?? -1) ||
    comparePointers(one.at.pointer ?? '', two.at.pointer ?? '') ||
    compareText(one.code, two.code) ||
    compareText(one.message, two.message)
  );
}

/** Parents before children, entries of arrays by number, names by code unit. Sorting asks often, so nothing is made for an answer. */
export function comparePointers(one: Pointer, two: Pointer): number {
  if (one === two) return 0;
  const shorter = Math.min(one.length, two.length);
  let at = 0;
  let start = 0;
  while (at < shorter && one.charCodeAt(at) === two.charCodeAt(at)) {
    at += 1;
    if (one.charCodeAt(at - 1) === SLASH) start = at;
  }
  // Before this both are the same; here the tokens that begin at `start` differ, or one of them ends.
  const numbers = numberAt(one, start) - numberAt(two, start);
  if (numbers !== 0 && !Number.isNaN(numbers)) return numbers;
  return nextUnit(one, at, start) - nextUnit(two, at, start) || one.length - two.length;
}

const SLASH = 47;
const TILDE = 126;

/** What the token that begins at an offset is as a number; NaN when it is none. */
function numberAt(pointer: Pointer, start: number): number {
  let at = start;
  let number = 0;
  for (; at < pointer.length && pointer.charCodeAt(at) !== SLASH; at += 1) {
    const digit = pointer.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return at === start ? NaN : number;
}

/** The code unit at an offset, or that of which the offset is in the middle: `~1` is "/" and `~0` is "~". Below all where the token ends. */
function nextUnit(pointer: Pointer, at: number, start: number): number {
  if (at > start && pointer.charCodeAt(at - 1) === TILDE) return pointer.charCodeAt(at) === 49 ? SLASH : TILDE;
  if (at === pointer.length || pointer.charCodeAt(at) === SLASH) return -1;
  const unit = pointer.charCodeAt(at);
  if (unit !== TILDE) return unit;
  return pointer.charCodeAt(at + 1) === 49 ? SLASH : TILDE;
}

function compareText(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}
