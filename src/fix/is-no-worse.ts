import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Mend } from './draft-mends.ts';

/** Reading a broken file stops after so many findings of a kind, and a rule after so many in a connector: then counts say nothing. */
const CAPS = { file: 50, rule: 1000 };

/** Whether no finding is there that was not before, and each mended one is gone. */
export function isNoWorse(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  mends: readonly Mend[],
): boolean {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const left = countsOf(after);
  const had = countsOf(before);
  const mended = countsOf(mends.map(({ diagnostic }) => diagnostic));
  const isCapped = (code: string): boolean =>
    (had.get(code) ?? 0) >= (code.startsWith('file/') ? CAPS.file : CAPS.rule);
  return (
    [...left].every(([code, count]) => count <= (had.get(code) ?? 0)) &&
    after.every(({ code, fingerprint }) => known.has(fingerprint) || isCapped(code)) &&
    [...mended].every(([code, count]) => isCapped(code) || (left.get(code) ?? 0) <= (had.get(code) ?? 0) - count)
  );
}

function countsOf(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
