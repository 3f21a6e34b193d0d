import type { Connector } from '../domain/connector.ts';
import type { FileTree } from '../domain/file-tree.ts';
import { differsOutside } from '../fix/changed-places.ts';
import type { Mend } from '../fix/draft-mends.ts';
import { stepOf, type EditedFile, type Step } from '../fix/edited-files.ts';
import { isNoWorse } from '../fix/is-no-worse.ts';
import { sourceDocument } from '../fix/source-document.ts';
import { editedTree, type NewFile } from '../load/edited-tree.ts';
import type { Judging } from './judge.ts';
import { examine, type Examined } from './patient.ts';

/** Where the mending of a connector stands. */
export interface Course {
  /** By their present path. */
  readonly files: ReadonlyMap<string, EditedFile>;
  readonly examined: Examined;
}

/** How often a connector may still be judged: finding out which of many mends is the bad one must end in good time. */
export interface Budget {
  attempts: number;
}

export interface Bed {
  readonly tree: FileTree;
  readonly connector: Connector | undefined;
  readonly judging: Judging;
}

export interface Settled {
  readonly course: Course;
  readonly made: readonly Mend[];
}

/**
 * Makes the mends after which the connector is no worse: all of them, as a rule. Otherwise they are tried in ever smaller groups, and those
 * that cannot be made are left out.
 */
export function settle(bed: Bed, course: Course, mends: readonly Mend[], budget: Budget): Settled {
  let best: Settled = { course, made: [] };
  const groups: (readonly Mend[])[] = mends.length === 0 ? [] : [mends];
  for (let group = groups.shift(); group !== undefined; group = groups.shift()) {
    if (budget.attempts <= 0) break;
    budget.attempts -= 1;
    const next = attempt(bed, course, [...best.made, ...group]);
    if (next !== undefined) best = next;
    else if (group.length > 1) groups.unshift(...partsOf(group));
  }
  return best;
}

/** By rule first: one that goes wrong mostly goes wrong everywhere. */
function partsOf(group: readonly Mend[]): (readonly Mend[])[] {
  const byCode = [...Map.groupBy(group, ({ diagnostic }) => diagnostic.code).values()];
  const half = Math.ceil(group.length / 2);
  return byCode.length > 1 ? byCode : [group.slice(0, half), group.slice(half)];
}

function attempt(bed: Bed, { files, examined }: Course, mends: readonly Mend[]): Settled | undefined {
  const step = stepOf(files, mends);
  if (!meansTheSame(files, step)) return undefined;
  const after = examine(editedTree(bed.tree, newFilesOf(step.files.values())), bed.connector, bed.judging);
  if (after === undefined || !isBetter(examined, after, step.made)) return undefined;
  return { course: { files: step.files, examined: after }, made: step.made };
}

/** Whether values differ only where the mends say so. What could not be read before can be read now. */
function meansTheSame(files: Course['files'], { files: after, touched }: Step): boolean {
  const next = new Map([...after.values()].map((file) => [file.from, file]));
  return [...touched].every(([path, places]) => {
    const file = files.get(path);
    const mended = file && next.get(file.from);
    if (file === undefined || mended === undefined || file.text === mended.text) return true;
    const value = sourceDocument(path, file.text).value();
    const newValue = sourceDocument(path, mended.text).value();
    return newValue !== undefined && (value === undefined || !differsOutside(value, newValue, places));
  });
}

function isBetter(before: Examined, after: Examined, made: readonly Mend[]): boolean {
  return isNoWorse(before.diagnostics, after.diagnostics, made) && isNoWorse(before.strict, after.strict, []);
}

/** What edited files are to hold, by the path that they have now. */
export function newFilesOf(files: Iterable<EditedFile>): ReadonlyMap<string, NewFile> {
  return new Map([...files].map((file) => [file.from, { path: file.path, bytes: bytesOf(file) }]));
}

function bytesOf({ text, hasMark }: EditedFile): Uint8Array {
  return Buffer.from(hasMark ? `\uFEFF${text}` : text);
}
