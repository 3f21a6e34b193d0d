import type { Diagnostic } from '../domain/diagnostic.ts';
import { MOST_PER_CODE } from '../rules/run-rules.ts';

/**
 * Marks each finding of a connector by whether the base had it: same rule at the same place in the document's own terms, as often as the
 * base had it. Of a rule that found more in the base than is reported nobody knows which are old, so that all count as old.
 */
export function markOld(diagnostics: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const counts = countsOf(before, ({ fingerprint }) => fingerprint);
  const codes = countsOf(before, ({ code }) => code);
  return diagnostics.map((diagnostic) => {
    const left = counts.get(diagnostic.fingerprint) ?? 0;
    counts.set(diagnostic.fingerprint, left - 1);
    return { ...diagnostic, new: left <= 0 && (codes.get(diagnostic.code) ?? 0) < MOST_PER_CODE };
  });
}

function countsOf(diagnostics: readonly Diagnostic[], keyOf: (diagnostic: Diagnostic) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) counts.set(keyOf(diagnostic), (counts.get(keyOf(diagnostic)) ?? 0) + 1);
  return counts;
}
