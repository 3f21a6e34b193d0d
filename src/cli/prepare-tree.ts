import { checkTree, reportOf } from '../app/check-tree.ts';
import { Failure } from '../domain/failure.ts';
import { diskTree } from '../load/disk-tree.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { renderValidateText } from '../report/validate-text.ts';

/**
 * The working folder's connectors, checked: what a plan or a sync starts from. With an error in any of them nothing goes on, because a
 * connector that cannot be read must not look like one that was deleted.
 * Gives undefined after printing the errors.
 */
export function checkedTreeOrReport(): LoadedTree | undefined {
  const { loaded, diagnostics } = checkTree(diskTree(process.cwd()), ['']);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) {
    process.stderr.write(renderValidateText(reportOf(loaded, errors)));
    return undefined;
  }
  if (loaded.registry.targets.length === 0) {
    throw new Failure('usage', 'There is no registry.yaml with a target in this folder', {
      hint: 'Run this at the root of the repository; docs/registry-yaml.md says what a target is',
    });
  }
  return loaded;
}
