import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page of a rule in docs/, which the package ships, as Markdown; undefined for a code that has none. */
export function readRulePage(code: string): string | undefined {
  // A code may come from a team's own ruleset: it must not lead out of the folder.
  if (!/^[a-z]+\/[a-z0-9-]+$/.test(code)) return undefined;
  for (const root of rootsAbove(dirname(fileURLToPath(import.meta.url)))) {
    try {
      return readFileSync(join(root, 'docs', 'rules', `${code}.md`), 'utf8').trimEnd();
    } catch {
      // Bundled and unbundled code lie at different depths: look further up.
    }
  }
  return undefined;
}

function* rootsAbove(folder: string): Generator<string> {
  for (let current = folder; current !== dirname(current); current = dirname(current)) yield current;
}
