import type { Pointer } from '../domain/pointer.ts';
import type { Mend } from './draft-mends.ts';
import { EditSet } from './edit-set.ts';
import type { Draft } from './fix.ts';
import { applyEdits, offsetBefore, type TextEdit } from './text-edit.ts';

/** A file while it is mended. */
export interface EditedFile {
  /** Its path before. */
  readonly from: string;
  /** What was read from there. */
  readonly former: Uint8Array;
  readonly path: string;
  readonly text: string;
  /** Whether it begins with a byte order mark, which is no part of the text. */
  readonly hasMark: boolean;
  /** What was done to the text, a step at a time. */
  readonly steps: readonly (readonly TextEdit[])[];
}

/** One step further: the files after some of the mends, those that were made, and which places of each file may differ now. */
export interface Step {
  readonly files: ReadonlyMap<string, EditedFile>;
  readonly made: readonly Mend[];
  readonly touched: ReadonlyMap<string, readonly Pointer[]>;
}

/** Makes what does not get in each other's way, earlier mends first. `files` by their present path. */
export function stepOf(files: ReadonlyMap<string, EditedFile>, mends: readonly Mend[]): Step {
  const sets = new Map<string, EditSet>();
  const made = mends.filter(({ diagnostic: { at }, draft }) => {
    if (!files.has(at.file)) return false;
    const set = sets.get(at.file) ?? new EditSet();
    sets.set(at.file, set);
    return draft.kind !== 'text' || set.add(draft.edits);
  });
  const ofFile = Map.groupBy(made, ({ diagnostic }) => diagnostic.at.file);
  const after = [...files.values()].map((file) => {
    const drafts = (ofFile.get(file.path) ?? []).map(({ draft }) => draft);
    return drafts.reduce(withDraft, withEdits(file, sets.get(file.path)?.edits ?? []));
  });
  const touched = new Map([...ofFile].map(([path, mended]) => [path, mended.flatMap(({ draft }) => placesOf(draft))]));
  return { files: new Map(after.map((file) => [file.path, file])), made, touched };
}

function withEdits(file: EditedFile, edits: readonly TextEdit[]): EditedFile {
  if (edits.length === 0) return file;
  return { ...file, text: applyEdits(file.text, edits), steps: [...file.steps, edits] };
}

function withDraft(file: EditedFile, draft: Draft): EditedFile {
  if (draft.kind === 'text') return file;
  if (draft.kind === 'drop-mark') return { ...file, hasMark: false };
  return { ...file, path: file.path.slice(0, file.path.lastIndexOf('/') + 1) + draft.name };
}

function placesOf(draft: Draft): readonly Pointer[] {
  return draft.kind === 'text' ? draft.touches : [];
}

/** Where an offset of the present text was in the text that the author has. */
export function authorOffset({ steps }: EditedFile, offset: number): number {
  return steps.toReversed().reduce((at, edits) => offsetBefore(edits, at), offset);
}
