import { joinPath, type FileEntry } from '../domain/file-tree.ts';
import type { EntriesOf } from './tree-entries.ts';

/** The names on the way of a path, without "." and with ".." resolved; undefined for a path that leads above the root. */
export function stepsOf(path: string): string[] | undefined {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return undefined;
    if (!['', '.', '..'].includes(step)) steps.push(step);
  }
  return steps;
}

/** What is at a path, looked up step by step so that no link on the way is followed: "link" then. Undefined when nothing is there. */
export function kindAt(entriesOf: EntriesOf, steps: readonly string[]): FileEntry['kind'] | undefined {
  let folder = '';
  let kind: FileEntry['kind'] = 'folder';
  for (const step of steps) {
    if (kind !== 'folder') return kind === 'link' ? 'link' : undefined;
    const found = entriesOf(folder)?.find((entry) => entry.name === step);
    if (found === undefined) return undefined;
    kind = found.kind;
    folder = joinPath(folder, step);
  }
  return kind;
}
