import type { FileTree } from '../domain/file-tree.ts';
import type { Finding } from '../domain/finding.ts';
import type { JsonObject } from '../domain/json.ts';
import { createFolderReader } from './folder-reader.ts';
import { kindAt, stepsOf } from './path-kind.ts';
import { rememberedEntries, type EntriesOf } from './tree-entries.ts';

export type RulesetFile =
  | { readonly kind: 'read'; readonly value: JsonObject }
  | { readonly kind: 'absent' | 'link' | 'broken' };

/** The files of a tree that a house style is in. Each is read once; what is wrong with one is among the findings. */
export interface RulesetFiles {
  readonly entriesOf: EntriesOf;
  /** By path from the root. No link on the way is followed. */
  readonly read: (path: string) => RulesetFile;
  /** As read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** More is no house style. */
const MAX_BYTES = 256 * 1024;

export function rulesetFiles(tree: FileTree): RulesetFiles {
  const known = new Map<string, RulesetFile>();
  const texts = new Map<string, string>();
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const entriesOf = rememberedEntries(tree, report);

  const readFile = (path: string): RulesetFile => {
    const steps = stepsOf(path) ?? [];
    const kind = kindAt(entriesOf, steps);
    if (kind === 'link') return { kind };
    const folder = steps.slice(0, -1).join('/');
    const file = entriesOf(folder)?.find(({ name }) => name === steps.at(-1));
    if (kind !== 'file' || file === undefined) return { kind: 'absent' };
    if (file.size > MAX_BYTES) {
      const message = `The ruleset has ${file.size} bytes; more than ${MAX_BYTES} are not read`;
      report({ code: 'file/too-large', at: { file: path }, message, hint: 'Split it, and use "extends"' });
      return { kind: 'broken' };
    }
    const reader = createFolderReader(tree, folder === '' ? '.' : folder, [file]);
    const value = reader.object(file);
    for (const [name, text] of reader.texts) texts.set(name, text);
    reader.findings.forEach(report);
    return value === undefined ? { kind: 'broken' } : { kind: 'read', value };
  };
  const read = (path: string): RulesetFile => {
    const found = known.get(path) ?? readFile(path);
    known.set(path, found);
    return found;
  };
  return { entriesOf, read, texts, findings };
}
