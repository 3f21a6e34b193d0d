import type { Diagnostic } from '../domain/diagnostic.ts';
import { ruleRow } from '../domain/rule-codes.ts';
import type { Mend } from './draft-mends.ts';

/** So many findings of a kind are told of a broken file, of a schema, of a rule in a connector: from there on counts say nothing. */
const CAPS = { load: 50, structure: 200, rule: 1000, suppression: 1000, base: 1000 };

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
  const isCapped = (code: string): boolean => (had.get(code) ?? 0) >= CAPS[ruleRow(code)?.by ?? 'rule'];
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
