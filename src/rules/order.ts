import type { Diagnostic } from '../domain/diagnostic.ts';
import { tokensOf, type Pointer } from '../domain/pointer.ts';

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
  const left = tokensOf(one);
  const right = tokensOf(two);
  for (const [index, token] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compareTokens(token, other);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareTokens(one: string, two: string): number {
  const areNumbers = /^\d+$/.test(one) && /^\d+$/.test(two);
  return (areNumbers ? Number(one) - Number(two) : 0) || compareText(one, two);
}

function compareText(one: string, two: string): number {
  if (one === two) return 0;
  return one < two ? -1 : 1;
}
