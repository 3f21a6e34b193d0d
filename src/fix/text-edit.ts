/** A range of a text, in UTF-16 units, and what takes its place. Equal ends insert. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with edits made. They do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of inTextOrder(edits)) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return parts.join('') + text.slice(from);
}

/** Whether one cannot be made without asking what the other did. Two insertions at one place are in each other's way too. */
export function overlap(one: TextEdit, two: TextEdit): boolean {
  return one.start === two.start || (one.start < two.end && two.start < one.end);
}

/** Where an offset of the edited text was before. What is new was where it was put in. */
export function offsetBefore(edits: readonly TextEdit[], offset: number): number {
  let moved = 0;
  for (const { start, end, text } of inTextOrder(edits)) {
    if (start + moved > offset) break;
    if (offset < start + moved + text.length) return start;
    moved += text.length - (end - start);
  }
  return offset - moved;
}

function inTextOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((one, two) => one.start - two.start);
}
