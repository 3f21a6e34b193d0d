import type { FileTree } from '../domain/file-tree.ts';
import { findHouseStyle } from './find-house-style.ts';

/** What a ruleset can be extended by. */
const EXTENSION = /\.(?:ya?ml|json)$/i;

/** Whether one of some paths belongs to a ruleset that judges one of some folders, in one of the trees: rulesets extend files of any name. */
export function touchesHouseStyle(
  paths: readonly string[],
  folders: readonly string[],
  trees: readonly (() => FileTree)[],
): boolean {
  const candidates = paths.filter((path) => EXTENSION.test(path));
  if (candidates.length === 0) return false;
  return trees.some((tree) => {
    const style = findHouseStyle(tree());
    for (const folder of folders) style.rulesetFor(folder);
    const files = new Set(style.files());
    return candidates.some((path) => files.has(path));
  });
}
