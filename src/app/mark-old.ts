import type { Diagnostic } from '../domain/diagnostic.ts';

/** Marks each finding by whether the base had it: same rule at the same place in the document's own terms, as often as the base had it. */
export function markOld(diagnostics: readonly Diagnostic[], before: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const { fingerprint } of before) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return diagnostics.map((diagnostic) => {
    const left = counts.get(diagnostic.fingerprint) ?? 0;
    counts.set(diagnostic.fingerprint, left - 1);
    return { ...diagnostic, new: left <= 0 };
  });
}
