import type { ConnectorPlan } from './fix-plan.ts';
import { replaceFile } from './replace-file.ts';
import { withMark } from './with-mark.ts';

/**
 * Writes what plans hold into the files, each in one piece, when all of them are known.
 * @throws Failure as `replaceFile` does: a file that changed meanwhile is left alone.
 */
export function writeFixes(plans: readonly ConnectorPlan[]): void {
  const replacements = plans.flatMap(({ place, wayOut }) =>
    [...wayOut.files].map(([path, { text }]) => {
      const former = place.tree.read(path);
      return { root: place.root, replacement: { from: path, path, former, bytes: withMark(former, text) } };
    }),
  );
  for (const { root, replacement } of replacements) replaceFile(root, replacement);
}
