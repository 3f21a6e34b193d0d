import { overlap, type TextEdit } from './text-edit.ts';

/** Edits of one text that are not in each other's way, in its order. */
export class EditSet {
  readonly #edits: TextEdit[] = [];

  get edits(): readonly TextEdit[] {
    return this.#edits;
  }

  /** All of them, or none when one is in the way of an edit that is there. The same edit twice is one. */
  add(edits: readonly TextEdit[]): boolean {
    if (!edits.every((edit) => this.#isFree(edit) || this.#has(edit))) return false;
    for (const edit of edits) if (!this.#has(edit)) this.#edits.splice(this.#indexAfter(edit.start), 0, edit);
    return true;
  }

  // Edits that are here do not overlap, so only the neighbours can.
  #isFree(edit: TextEdit): boolean {
    const next = this.#indexAfter(edit.start);
    return [this.#edits[next - 1], this.#edits[next]].every((other) => other === undefined || !overlap(edit, other));
  }

  #has(edit: TextEdit): boolean {
    const same = this.#edits[this.#indexAfter(edit.start) - 1];
    return same?.start === edit.start && same.end === edit.end && same.text === edit.text;
  }

  /** Index of the first edit that starts behind an offset. */
  #indexAfter(offset: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
