import type { CheckedTree } from './check-tree.ts';

/** A checked tree with its errors alone: what stops a publication. Undefined when there is none. */
export function errorsOf(checked: CheckedTree): CheckedTree | undefined {
  const diagnostics = checked.diagnostics.filter(({ severity }) => severity === 'error');
  return diagnostics.length === 0 ? undefined : { ...checked, diagnostics, suppressed: [] };
}
