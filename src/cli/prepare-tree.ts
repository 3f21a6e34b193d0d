import { checkTree, reportOf } from '../app/check-tree.ts';
import { errorsOf } from '../app/errors-of.ts';
import { Failure } from '../domain/failure.ts';
import { diskTree } from '../load/disk-tree.ts';
import type { LoadedTree } from '../load/load-tree.ts';
import { renderValidateText } from '../report/validate-text.ts';
import { today } from './today.ts';

/**
 * The working folder's connectors, checked: what a plan or a sync starts from. With an error in any of them nothing goes on, because a
 * connector that cannot be read must not look like one that was deleted.
 * Gives undefined after printing the errors.
 */
export function checkedTreeOrReport(): LoadedTree | undefined {
  const checked = checkTree(diskTree(process.cwd()), [''], { today: today() });
  const errors = errorsOf(checked);
  if (errors !== undefined) {
    process.stderr.write(renderValidateText(reportOf(errors)));
    return undefined;
  }
  const { loaded } = checked;
  if (loaded.registry.targets.length === 0) {
    throw new Failure('usage', 'There is no registry.yaml with a target in this folder', {
      hint: 'Run this at the root of the repository; docs/registry-yaml.md says what a target is',
    });
  }
  return loaded;
}
