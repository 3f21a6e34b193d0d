import { isUtf8 } from 'node:buffer';
import type { Connector } from '../domain/connector.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FileTree } from '../domain/file-tree.ts';
import type { Mended } from '../domain/mended.ts';
import { describeMend } from '../fix/describe-mend.ts';
import { draftMends, type Mend } from '../fix/draft-mends.ts';
import type { EditedFile } from '../fix/edited-files.ts';
import type { Judging } from './judge.ts';
import { examine } from './patient.ts';
import { settle, type Course } from './settle.ts';

/** What mending one connector comes to. */
export interface MendedFiles {
  /** The files that are different now. */
  readonly files: readonly EditedFile[];
  readonly mended: readonly Mended[];
}

const MOST_ATTEMPTS = 128;

/**
 * Mends one connector (or with `undefined` the files of the tree) until nothing is left that can be: each round makes the changes that do
 * not get in each other's way, and judges the result. Nothing is written.
 */
export function mend(
  tree: FileTree,
  connector: Connector | undefined,
  judging: Judging,
  wanted: (diagnostic: Diagnostic) => boolean,
): MendedFiles {
  const examined = examine(tree, connector, judging);
  if (examined === undefined) return { files: [], mended: [] };
  const authored = authoredFiles(tree, examined.texts);
  const mended: Mended[] = [];
  let course: Course = { files: authored, examined };
  const budget = { attempts: MOST_ATTEMPTS };
  while (budget.attempts > 0) {
    const mends = draftMends(course.examined, wanted);
    const settled = settle({ tree, connector, judging }, course, mends, budget);
    // What was left out now may be possible when the others are made.
    if (settled.made.length === 0) break;
    mended.push(...settled.made.flatMap((one) => described(one, course.files, authored)));
    course = settled.course;
  }
  return { files: [...course.files.values()].filter((file) => !isAsBefore(file, authored)), mended };
}

/** Only what comes back byte for byte: not what was no UTF-8. */
function authoredFiles(tree: FileTree, texts: ReadonlyMap<string, string>): Map<string, EditedFile> {
  const files = new Map<string, EditedFile>();
  for (const [path, text] of texts) {
    const former = tree.read(path);
    const hasMark = former[0] === 0xef && former[1] === 0xbb && former[2] === 0xbf;
    if (isUtf8(former)) files.set(path, { from: path, former, path, text, hasMark, steps: [] });
  }
  return files;
}

function described(one: Mend, files: Course['files'], authored: ReadonlyMap<string, EditedFile>): Mended[] {
  const file = files.get(one.diagnostic.at.file);
  const text = authored.get(file?.from ?? '')?.text;
  return file === undefined || text === undefined ? [] : [describeMend(one, file, text)];
}

function isAsBefore(file: EditedFile, authored: ReadonlyMap<string, EditedFile>): boolean {
  const before = authored.get(file.from);
  return before?.text === file.text && before.path === file.path && before.hasMark === file.hasMark;
}
