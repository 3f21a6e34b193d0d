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

/** Parents before children, entries of arrays by number, names by code unit. */
export function comparePointers(one: Pointer, two: Pointer): number {
  if (one === two) return 0;
  const start = endOfCommon(one, two);
  const left = one.slice(start).split('/', 1)[0] ?? '';
  const right = two.slice(start).split('/', 1)[0] ?? '';
  if (left === right) return one.length - two.length;
  return compareTokens(unescaped(left), unescaped(right));
}

/** Behind the last "/" up to which both are the same: sorting compares pointers often, and most have much in common. */
function endOfCommon(one: string, two: string): number {
  const shorter = Math.min(one.length, two.length);
  let at = 0;
  let end = 0;
  while (at < shorter && one.charCodeAt(at) === two.charCodeAt(at)) {
    at += 1;
    if (one.charCodeAt(at - 1) === SLASH) end = at;
  }
  return end;
}

const SLASH = 47;

function unescaped(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

function compareTokens(one: string, two: string): number {
  const areNumbers = NUMBER.test(one) && NUMBER.test(two);
  return (areNumbers ? Number(one) - Number(two) : 0) || compareText(one, two);
}

const NUMBER = /^\d+$/;

function compareText(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}
